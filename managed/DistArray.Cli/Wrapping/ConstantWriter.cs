using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Output;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>Writes the C# constant of a constant.</summary>
internal sealed class ConstantWriter(Entity constant, string property)
{
    /// <exception cref="RefusedException">Its value is not known, or has no type in .NET.</exception>
    public Piece Write()
    {
        string line = constant.Value switch
        {
            Constant value when constant.Shape is null => Scalar(value),
            ConstantList list when constant.Shape is not null => Array(list),
            Constant => throw new RefusedException("an array of one value"),
            ConstantList => throw new RefusedException("a constant of a derived type"),
            UnreadExpression unread => throw new RefusedException($"its value is not read: {unread.Kind}"),
            _ => throw new RefusedException("its value is not a literal"),
        };
        return new Piece("constant", constant.Name, constant.Declaration)
        {
            CSharp = [$"/// <summary>Fortran: <c>{Xml.Escape(constant.Declaration)}</c>.{(constant.Shape is { NDim: > 1 } shape ? $" {shape.NDim} dimensions, first index fastest." : "")}</summary>", line],
        };
    }

    private string Scalar(Constant value) => constant.Type.Base switch
    {
        BaseType.Character => $"public const string {property} = {Literal(value)};",
        BaseType.Complex => $"public static readonly {ElementMap.Element(constant.Type)} {property} = {Literal(value)};",
        _ => $"public const {ElementMap.Scalar(constant.Type)} {property} = {Literal(value)};",
    };

    private string Array(ConstantList list)
    {
        if (constant.Type.Base == BaseType.Derived) throw new RefusedException("a constant of a derived type");
        string type = constant.Type.Base == BaseType.Character ? "string" : ElementMap.Scalar(constant.Type);
        string values = string.Join(", ", list.Values.Select(value => value is Constant known ? Literal(known) : throw new RefusedException("a value is not a literal")));
        return $"public static IReadOnlyList<{type}> {property} {{ get; }} = [{values}];";
    }

    private string Literal(Constant value)
    {
        DataType type = constant.Type;
        switch (type.Base)
        {
            case BaseType.Character:
                return CSharpText.Literal(value.Text.TrimEnd(' '));
            case BaseType.Logical:
                return value.Text == "0" ? "false" : "true";
            case BaseType.Complex:
                string[] parts = value.Text.Split(' ');
                return $"new {ElementMap.Element(type)}({Real(parts[0], type.Kind)}, {Real(parts[1], type.Kind)})";
            case BaseType.Real:
                ElementMap.Element(type);
                return Real(value.Text, type.Kind);
            default:
                string element = ElementMap.Element(type);
                return element == "long" ? $"{value.Text}L" : value.Text;
        }
    }

    private static string Real(string text, int kind)
    {
        string type = kind == 4 ? "float" : "double";
        return text switch
        {
            "Infinity" => $"{type}.PositiveInfinity",
            "-Infinity" => $"{type}.NegativeInfinity",
            "NaN" => $"{type}.NaN",
            _ => text + (kind == 4 ? "f" : text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? "" : ".0"),
        };
    }
}
