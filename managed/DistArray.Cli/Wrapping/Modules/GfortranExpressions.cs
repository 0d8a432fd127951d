using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads expressions of gfortran's module files.</summary>
internal sealed partial class GfortranExpressions(IReadOnlyDictionary<int, GfortranSymbol> symbols, Func<Node, DataType> typeOf)
{
    private const int Deepest = 100;

    private static readonly Dictionary<string, string> s_operators = new()
    {
        ["PLUS"] = "+", ["MINUS"] = "-", ["TIMES"] = "*", ["DIVIDE"] = "/", ["POWER"] = "**", ["UMINUS"] = "-", ["UPLUS"] = "+", ["CONCAT"] = "//",
        ["AND"] = ".and.", ["OR"] = ".or.", ["EQV"] = ".eqv.", ["NEQV"] = ".neqv.", ["NOT"] = ".not. ",
        ["EQ_SIGN"] = "==", ["NE_SIGN"] = "/=", ["GT_SIGN"] = ">", ["GE_SIGN"] = ">=", ["LT_SIGN"] = "<", ["LE_SIGN"] = "<=",
        ["EQ"] = "==", ["NE"] = "/=", ["GT"] = ">", ["GE"] = ">=", ["LT"] = "<", ["LE"] = "<=", ["PARENTHESES"] = "+",
    };

    public Expression Read(Node node) => node.Count == 0 ? new UnreadExpression("nothing") : node[0].Text switch
    {
        "CONSTANT" => ReadConstant(node),
        "VARIABLE" => Reference(node[3].Number) with { Selectors = [.. node[4].Items.Select(Selector).OfType<Selector>()] },
        "OP" => ReadOperation(node),
        "FUNCTION" => ReadFunction(node),
        "ARRAY" => ReadArray(node),
        "STRUCTURE" => new ConstantList([.. node[3].Items.Select((item, index) => Read(item[0]).SpreadOver(ShapeOfComponent(node[1], index)))]),
        var kind => new UnreadExpression(kind ?? ""),
    };

    private Reference Reference(int id) => symbols.TryGetValue(id, out GfortranSymbol? symbol)
        ? new Reference(id, symbol.Name, symbol.Module)
        : throw new FormatException($"there is no symbol {id}");

    private Expression ReadOperation(Node node)
    {
        if (!s_operators.TryGetValue(node[3].Text ?? "", out string? text)) return new UnreadExpression($"operator {node[3].Text}");
        bool isUnary = node.Count < 6 || node[5].Count == 0;
        return node[3].Text == "PARENTHESES" ? Read(node[4]) : new OperatorExpression(text, Read(node[4]), isUnary ? null : Read(node[5]));
    }

    private Expression ReadFunction(Node node)
    {
        Reference function = Reference(node[3].Number);
        bool isIntrinsic = function.Module == "(intrinsic)" || node[6].Text == "0";
        string name = isIntrinsic && node.Count > 7 && node[7].IsQuoted && function.Module != "(intrinsic)" ? node[7].Text! : function.Name;
        var arguments = new List<Expression>();
        bool isComplete = true;
        for (int i = 0; i < node[4].Count; i++)
        {
            Node item = node[4][i];
            if (item.Count < 2 || item[1].Count == 0)
            {
                isComplete = false;      // an optional argument is not there: those after it go by name
                continue;
            }
            string? keyword = item[0].Text is { Length: > 0 } given ? given : isComplete ? null : isIntrinsic ? IntrinsicArguments.NameOf(name, i) : "";
            if (keyword is "") return new UnreadExpression($"{name} without one of its arguments");
            Expression value = Read(item[1]);
            arguments.Add(isComplete || keyword is null ? value : new KeywordArgument(keyword, value));
        }
        if (isIntrinsic && name.StartsWith('_')) return Conversion(name, arguments);
        return function with { Name = name, Module = isIntrinsic ? null : function.Module, Selectors = [new Selector(null, arguments)] };
    }

    // What the compiler puts between operands of two types or kinds: __convert_i4_r8 of an integer.
    private static Expression Conversion(string name, List<Expression> arguments)
    {
        if (Converted().Match(name) is not { Success: true } match || arguments is not [var value]) return new UnreadExpression($"the function {name}");
        string kind = match.Groups[2].Value, function = match.Groups[1].Value switch { "i" => "int", "r" => "real", "l" => "logical", _ => "cmplx" };
        Expression bytes = new Constant(new DataType(BaseType.Integer, 4), kind);
        return new Reference(0, function, null) { Selectors = [new Selector(null, [value, function == "cmplx" ? new KeywordArgument("kind", bytes) : bytes])] };
    }

    [GeneratedRegex("^__convert_[a-z][0-9]+_([ircl])([0-9]+)$")]
    private static partial Regex Converted();

    // Null for the whole of an array, which has the bounds of the array only without a selector.
    private Selector? Selector(Node node)
    {
        switch (node[0].Text)
        {
            case "COMPONENT":
                int id = node[2].IsList || node[2].IsQuoted ? -1 : node[2].Number;
                return new Selector(ComponentName(node[1].Number, id, node), []);
            case "ARRAY":
                Node reference = node[1];
                if (reference.Begins("FULL")) return null;
                if (reference.Begins("ELEMENT")) return new Selector(null, [.. Enumerable.Range(0, reference[1].Number).Select(axis => Read(reference[2 + axis]))]);
                break;
        }
        return new Selector(null, [new UnreadExpression(node.ToString())]);
    }

    // A component of the type or of one that it extends.
    private string ComponentName(int type, int component, Node node)
    {
        for (int depth = 0; depth < Deepest && symbols.TryGetValue(type, out GfortranSymbol? symbol); depth++)
        {
            if (symbol.Components.Items.FirstOrDefault(item => item[0].Text == $"{component}") is { } found) return found[1].Text ?? "";
            if (!symbol.IsExtended) break;
            type = symbol.Components[0][2][1].Number;
        }
        throw new FormatException($"there is no component {node}");
    }

    private ArrayShape? ShapeOfComponent(Node type, int index) =>
        type.Begins("DERIVED") && typeOf(type).Derived is { } derived && index < derived.Components.Count ? derived.Components[index].Shape : null;

    private Expression ReadArray(Node node)
    {
        // Values, each with what is iterated over; of constants that is nothing.
        Node values = node[3];
        return values.Items.Any(item => item.Count > 1 && item[1].Count > 0)
            ? new UnreadExpression("an array with an implied loop")
            : new ConstantList([.. values.Items.Select(item => Read(item[0]))]);
    }

    private Expression ReadConstant(Node node)
    {
        DataType type = typeOf(node[1]);
        if (type.Base is BaseType.Real or BaseType.Complex && type.Kind is not (4 or 8)) return new UnreadExpression($"a value of type {type}");
        return type.Base switch
        {
            BaseType.Integer or BaseType.Logical => new Constant(type, node[3].Text ?? ""),
            BaseType.Character => new Constant(type, Unescape(node[4].Text ?? "")),
            BaseType.Real => new Constant(type, RealText(node[3].Text ?? "", type.Kind)),
            BaseType.Complex => new Constant(type, $"{RealText(node[3].Text ?? "", type.Kind)} {RealText(node[4].Text ?? "", type.Kind)}"),
            _ => new UnreadExpression($"a constant of type {type}"),
        };
    }

    // Outside of ASCII the compiler writes \U and eight hexadecimal digits; a backslash is doubled.
    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var value = new System.Text.StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length) value.Append(text[at]);
            else if (text[at + 1] == 'U' && at + 9 < text.Length + 0 && int.TryParse(text.AsSpan(at + 2, Math.Min(8, text.Length - at - 2)), NumberStyles.HexNumber, null, out int code))
            {
                value.Append((char)code);
                at += 9;
            }
            else value.Append(text[++at]);
        }
        return value.ToString();
    }

    // A hexadecimal fraction and a power of 16: '0.3243f6a8885a22@1'.
    private static string RealText(string text, int kind)
    {
        if (text.Contains("Inf", StringComparison.OrdinalIgnoreCase)) return text.StartsWith('-') ? "-Infinity" : "Infinity";
        if (text.Contains("NaN", StringComparison.OrdinalIgnoreCase)) return "NaN";
        string[] parts = text.TrimStart('-').Split('@');
        string[] digits = parts[0].Split('.');
        if (parts.Length != 2 || digits.Length != 2 || !int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent)
            || !BigInteger.TryParse("0" + digits[0] + digits[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out BigInteger mantissa))
            throw new FormatException($"'{text}' is not a number");
        // The digits have no more bits than the type; conversion and scaling by powers of two are exact.
        double value = Math.ScaleB((double)mantissa, 4 * (exponent - digits[1].Length));
        if (text.StartsWith('-')) value = -value;
        return kind == 4 ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
