using System.Globalization;
using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Makes constants of the literals in flang's module files.</summary>
internal static class FlangConstants
{
    private const int DefaultKind = 4;

    public static Expression Literal(FlangToken token)
    {
        int kind = token.Bytes == 0 ? DefaultKind : token.Bytes;
        return token.Kind switch
        {
            FlangTokenKind.Integer => new Constant(new DataType(BaseType.Integer, kind), token.Text),
            FlangTokenKind.Logical => new Constant(new DataType(BaseType.Logical, kind), token.Text),
            FlangTokenKind.Real when kind is not (4 or 8) => new UnreadExpression($"a value of type {new DataType(BaseType.Real, kind)}"),
            FlangTokenKind.Real => new Constant(new DataType(BaseType.Real, kind), RealText(token.Text, kind)),
            _ => new Constant(new DataType(BaseType.Character, Math.Max(token.Bytes, 1)) { Length = Number(token.Text.Length) }, token.Text),
        };
    }

    public static Constant Number(int value) => new(new DataType(BaseType.Integer, DefaultKind), value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A complex constant; null where a part is none.</summary>
    public static Expression? Complex(Expression real, Expression imaginary) => real is UnreadExpression ? real
        : real is Constant { Type.Base: BaseType.Real } re && imaginary is Constant { Type.Base: BaseType.Real } im
            ? new Constant(new DataType(BaseType.Complex, re.Type.Kind), $"{re.Text} {im.Text}") : null;

    /// <summary>What is in parentheses, where it is not a number written as a division by zero.</summary>
    public static Expression Special(Expression inner) =>
        inner is OperatorExpression { Operator: "/", Left: Constant { Type.Base: BaseType.Real } numerator, Right: Constant { Type.Base: BaseType.Real, Text: "0" } }
            ? numerator with { Text = numerator.Text is "0" or "-0" ? "NaN" : numerator.Text.StartsWith('-') ? "-Infinity" : "Infinity" } : inner;

    // All digits of the value: to read them loses nothing up to eight bytes.
    private static string RealText(string digits, int kind)
    {
        string text = digits.Replace('d', 'e').Replace('D', 'e');
        return kind == 4 ? float.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)
            : double.Parse(text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
    }
}
