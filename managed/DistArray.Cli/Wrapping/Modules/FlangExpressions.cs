using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads expressions of flang's module files: Fortran's, with every kind a number.</summary>
/// <remarks>Flang moves constants to the front of products without parentheses: of <c>n/2*3</c> it writes <c>3_4*n/2_4</c>, which is also what it
/// writes of <c>3*n/2</c>. Such text means here what it means to flang when it reads its file.</remarks>
/// <param name="names">Finds what names stand for.</param>
/// <param name="typeOf">Type of an entity.</param>
internal sealed class FlangExpressions(FlangNames names, Func<FlangEntity, DataType> typeOf)
{
    private const int Deepest = 200;

    // From the weakest to the strongest; the power, which groups from the right, and signs are apart.
    private static readonly string[][] s_operators =
    [
        [".eqv.", ".neqv."], [".or."], [".and."], [".not."], ["==", "/=", "<", "<=", ">", ">="], ["//"], ["+", "-"], ["*", "/"],
    ];

    private const int Not = 3, Sum = 6, Strongest = 8;

    private readonly FlangConversions _conversions = new(names, typeOf);
    private int _depth;

    /// <summary>A bound or length, without flang's conversion to eight bytes.</summary>
    public Expression ReadBound(FlangScope scope, FlangCursor cursor) => _conversions.Without(Read(scope, cursor));

    /// <summary>A whole expression.</summary>
    public Expression Read(FlangScope scope, FlangCursor cursor)
    {
        Expression expression = Operation(scope, cursor, 0);
        cursor.End();
        return expression;
    }

    private Expression Operation(FlangScope scope, FlangCursor cursor, int level)
    {
        if (level == Strongest) return Power(scope, cursor);
        if (level == Not && cursor.Accept(".not.")) return new OperatorExpression(".not. ", Operation(scope, cursor, Not + 1), null);
        Expression left = level == Sum && Sign(cursor) is { } sign ? Signed(sign, Operation(scope, cursor, Sum + 1)) : Operation(scope, cursor, level + 1);
        while (level != Not && cursor.Next.Kind == FlangTokenKind.Symbol && s_operators[level].Contains(cursor.Next.Text))
            left = new OperatorExpression(cursor.Take().Text, left, Operation(scope, cursor, level + 1));
        return left;
    }

    private static string? Sign(FlangCursor cursor) => cursor.Next.Is("-") || cursor.Next.Is("+") ? cursor.Take().Text : null;

    private static Expression Signed(string sign, Expression operand) => operand switch
    {
        Constant { Type.Base: BaseType.Integer or BaseType.Real } number when sign == "-" && !number.Text.StartsWith('-') => number with { Text = "-" + number.Text },
        _ => new OperatorExpression(sign, operand, null),
    };

    private Expression Power(FlangScope scope, FlangCursor cursor)
    {
        if (++_depth > Deepest) throw cursor.Error("an expression is nested too deeply");
        Expression power = Primary(scope, cursor);
        if (cursor.Accept("**"))
        {
            string? sign = Sign(cursor);
            Expression right = Power(scope, cursor);
            power = new OperatorExpression("**", power, sign is null ? right : Signed(sign, right));
        }
        _depth--;
        return power;
    }

    private Expression Primary(FlangScope scope, FlangCursor cursor) => cursor.Next switch
    {
        { Kind: FlangTokenKind.Integer or FlangTokenKind.Real or FlangTokenKind.Logical or FlangTokenKind.Text } => FlangConstants.Literal(cursor.Take()),
        { Kind: FlangTokenKind.Name } => Named(scope, cursor),
        { Text: "(" } => Enclosed(scope, cursor.Enclosed()!),
        { Text: "[" } => Array(scope, cursor.Enclosed("[", "]")!),
        var token => throw cursor.Error($"an expression was expected, and not {token}"),
    };

    private Expression Enclosed(FlangScope scope, FlangCursor inner)
    {
        FlangCursor[] parts = [.. inner.Parts()];
        if (parts.Length > 2) return new UnreadExpression("an array with an implied loop");
        if (parts.Length == 2) return FlangConstants.Complex(Read(scope, parts[0]), Read(scope, parts[1])) ?? throw inner.Error("a complex constant was expected");
        return parts.Length == 1 ? FlangConstants.Special(Read(scope, parts[0])) : throw inner.Error("an expression was expected");
    }

    // A type, '::', and values.
    private ConstantList Array(FlangScope scope, FlangCursor inner)
    {
        FlangCursor type = inner.Until("::");
        return new ConstantList([.. (inner.Accept("::") ? inner : type).Parts().Select(part => Read(scope, part))]);
    }

    private Expression Named(FlangScope scope, FlangCursor cursor)
    {
        string name = cursor.Name();
        FlangItem? item = names.Find(scope, name);
        if (item is FlangType or FlangIntrinsic && cursor.Enclosed() is { } values) return Structure(scope, name, item, values, cursor);
        if (item is null)
            return FlangIntrinsics.Call(name, cursor.Enclosed() ?? throw cursor.Error($"'{name}' is not declared"), part => Read(scope, part));
        var selectors = new List<Selector>();
        for (; ; )
        {
            if (cursor.Enclosed() is { } list)
                selectors.Add(new Selector(null, [.. list.Parts().Select(part => item is FlangSubprogram ? Read(scope, part) : Subscript(scope, part))]));
            else if (cursor.Accept("%"))
            {
                string component = cursor.Name();
                if (component == "len" && _conversions.TypeOf(Reference(item, selectors)) == BaseType.Character)
                    return FlangIntrinsics.Call("len", [Reference(item, selectors)]);
                selectors.Add(new Selector(component, []));
            }
            else return cursor.Enclosed("[", "]") is null ? Reference(item, selectors) : new UnreadExpression("an element on another image");
        }
    }

    private Reference Reference(FlangItem item, IReadOnlyList<Selector> selectors) => new(names.Symbol(item), item.Name, item.Module) { Selectors = selectors };

    private Expression? Subscript(FlangScope scope, FlangCursor part)
    {
        FlangCursor first = part.Until(":");
        if (part.IsAtEnd) return ReadBound(scope, first);
        part.Expect(":");
        return first.IsAtEnd && part.IsAtEnd ? null : new UnreadExpression("a section of an array");
    }

    // Values of components, by name. Those of an extended type may stand among its own: they belong to the parent, which is the first component.
    private Expression Structure(FlangScope scope, string name, FlangItem item, FlangCursor values, FlangCursor cursor)
    {
        if (item is not FlangType type) return new UnreadExpression($"a value of type {name}");
        var named = new Dictionary<string, Expression>();
        foreach (FlangCursor part in values.Parts())
        {
            string component = part.Name();
            part.Expect("=");
            named[component] = Read(scope, part);
        }
        return StructureOf(type, named, cursor, 0);
    }

    private Expression StructureOf(FlangType type, Dictionary<string, Expression> named, FlangCursor cursor, int depth)
    {
        if (depth > Deepest) throw cursor.Error($"the type '{type.Name}' extends itself");
        var list = new List<Expression>();
        if (type.Parent is { } parent)
            list.Add(named.TryGetValue(parent, out Expression? whole) ? whole
                : names.Find(type.Scope, parent) is FlangType extended ? StructureOf(extended, named, cursor, depth + 1) : throw cursor.Error($"there is no type '{parent}'"));
        list.AddRange(type.Components.Select(component => named.GetValueOrDefault(component.Name) ?? new UnreadExpression("nothing")));
        return new ConstantList(list);
    }
}
