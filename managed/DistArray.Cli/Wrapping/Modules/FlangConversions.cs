using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Takes away what flang writes around bounds, subscripts and lengths to make eight bytes of them, which leaves their value.</summary>
internal sealed class FlangConversions(FlangNames names, Func<FlangEntity, DataType> typeOf)
{
    private static readonly HashSet<string> s_integers = ["int", "size", "lbound", "ubound", "len", "len_trim", "nint", "floor", "ceiling", "count", "rank", "ishft"];
    private static readonly HashSet<string> s_asArgument = ["max", "min", "abs", "mod", "modulo", "sum", "product", "maxval", "minval", "merge", "sign", "dim"];

    public Expression Without(Expression bound) => bound switch
    {
        Constant { Type: { Base: BaseType.Integer, Kind: 8 } type } number when int.TryParse(number.Text, out _) => number with { Type = type with { Kind = 4 } },
        // int() of a real is none.
        Reference { Module: null, Name: "int", Selectors: [{ List: [{ } inner, Constant { Type.Base: BaseType.Integer }] }] } when TypeOf(inner) == BaseType.Integer => Without(inner),
        Reference inquiry => FlangIntrinsics.WithoutKind(inquiry) ?? bound,
        _ => bound,
    };

    /// <summary>Type of an expression, as far as it can be told without more than the declarations.</summary>
    public BaseType TypeOf(Expression expression) => expression switch
    {
        Constant constant => constant.Type.Base,
        OperatorExpression { Right: { } right } operation => TypeOf(operation.Left) is var left && left == TypeOf(right) && operation.Operator is "+" or "-" or "*" or "/" or "**" ? left : BaseType.None,
        OperatorExpression { Operator: "-" or "+" } operation => TypeOf(operation.Left),
        ConstantList { Values: [var first, ..] } => TypeOf(first),
        Reference { Module: null } function => s_integers.Contains(function.Name) ? BaseType.Integer
            : s_asArgument.Contains(function.Name) && function.Selectors is [{ List: [{ } first, ..] }] ? TypeOf(first) : BaseType.None,
        Reference reference => TypeOf(reference),
        _ => BaseType.None,
    };

    private BaseType TypeOf(Reference reference)
    {
        FlangEntity? entity = names.Item(reference.Symbol) switch
        {
            FlangEntity variable => variable,
            FlangSubprogram { Result: { } result } function => function.Inner.Items.GetValueOrDefault(result) as FlangEntity,
            _ => null,
        };
        DataType? type = entity is null ? null : typeOf(entity);
        foreach (string component in reference.Selectors.Select(selector => selector.Component).OfType<string>())
            type = type?.Derived?.Components.FirstOrDefault(candidate => candidate.Name == component)?.Type;
        return type?.Base ?? BaseType.None;
    }
}
