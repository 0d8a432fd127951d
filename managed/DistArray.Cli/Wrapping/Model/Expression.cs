namespace DistArray.Cli.Wrapping.Model;

/// <summary>An expression of bounds, lengths and constants. Its text is Fortran.</summary>
internal abstract record Expression
{
    private const long MostSpread = 1 << 20;

    /// <summary>The Fortran text, with names as <paramref name="name"/> gives them.</summary>
    /// <param name="name">Name of a variable or function in the companion; null where it cannot be reached.</param>
    /// <returns>Null where a name cannot be reached.</returns>
    public abstract string? Format(Func<Reference, string?> name);

    /// <summary>The value of an array with this shape: of a single value as often as there are elements, where that is known.</summary>
    public Expression SpreadOver(ArrayShape? shape) => this is Constant && shape?.ConstantSize is { } count and <= MostSpread ? new ConstantList([.. Enumerable.Repeat(this, (int)count)]) : this;

    /// <summary>The text with the core's own names.</summary>
    public sealed override string ToString() => Format(reference => reference.Name) ?? "?";
}

/// <summary>A literal constant, as Fortran writes it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Text">Its value: decimal for integers, C#'s round-trip form for reals, 1 or 0 for logicals, the characters of a text; for
/// complex, real and imaginary part separated by a space.</param>
internal sealed record Constant(DataType Type, string Text) : Expression
{
    public override string? Format(Func<Reference, string?> name) => Type.Base switch
    {
        BaseType.Integer => Type.Kind == 4 ? Text : $"{Text}_{Type.Kind}",
        BaseType.Logical => (Text == "0" ? ".false." : ".true.") + (Type.Kind == 4 ? "" : $"_{Type.Kind}"),
        BaseType.Character => Text.All(c => c is >= ' ' and <= '~') ? $"{(Type.Kind > 1 ? $"{Type.Kind}_" : "")}'{Text.Replace("'", "''", StringComparison.Ordinal)}'" : null,
        BaseType.Real => Real(Text),
        BaseType.Complex => Text.Split(' ') is [var real, var imaginary] && Real(real) is { } first && Real(imaginary) is { } second ? $"({first}, {second})" : null,
        _ => null,
    };

    // Infinity and what is no number have no literal.
    private string? Real(string text) => text.Any(c => c is not (>= '0' and <= '9' or '-' or '+' or '.' or 'E')) ? null
        : $"{text}{(text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? "" : ".0")}_{Type.Kind}";
}

/// <summary>A list of values: of a constant array or structure, in the order of elements.</summary>
internal sealed record ConstantList(IReadOnlyList<Expression> Values) : Expression
{
    public override string? Format(Func<Reference, string?> name)
    {
        string?[] values = [.. Values.Select(value => value.Format(name))];
        return values.Length == 0 || values.Contains(null) ? null : $"[{string.Join(", ", values)}]";
    }
}

/// <summary>A variable, a part of one, or a call of a function.</summary>
/// <param name="Symbol">Number of the symbol within the module file; 0 for an intrinsic function.</param>
/// <param name="Name">The core's name.</param>
/// <param name="Module">Module that declares it; empty for an argument, null for an intrinsic function.</param>
internal sealed record Reference(int Symbol, string Name, string? Module) : Expression
{
    /// <summary>Components, subscripts and arguments after the name, such as <c>%n</c> and <c>(2)</c>.</summary>
    public IReadOnlyList<Selector> Selectors { get; init; } = [];

    public override string? Format(Func<Reference, string?> name)
    {
        string? text = Module is null ? Name : name(this);
        foreach (Selector selector in Selectors)
            text = text is not null && selector.Format(name) is { } rest ? text + rest : null;
        return text;
    }
}

/// <summary>What follows a name: a component, or a list in parentheses.</summary>
internal sealed record Selector(string? Component, IReadOnlyList<Expression?> List)
{
    public string? Format(Func<Reference, string?> name)
    {
        if (Component is not null) return "%" + Component;
        string?[] parts = [.. List.Select(part => part is null ? ":" : part.Format(name))];
        return parts.Contains(null) ? null : $"({string.Join(", ", parts)})";
    }
}

/// <summary>An argument that is given by name.</summary>
internal sealed record KeywordArgument(string Keyword, Expression Value) : Expression
{
    public override string? Format(Func<Reference, string?> name) => Value.Format(name) is { } text ? $"{Keyword}={text}" : null;
}

/// <summary>An operation on one or two operands.</summary>
/// <param name="Operator">As Fortran writes it.</param>
/// <param name="Left">First operand.</param>
/// <param name="Right">Second operand, or null.</param>
internal sealed record OperatorExpression(string Operator, Expression Left, Expression? Right) : Expression
{
    public override string? Format(Func<Reference, string?> name)
    {
        string? left = Part(Left, name);
        if (Right is null) return left is null ? null : $"{Operator}{left}";
        string? right = Part(Right, name);
        return left is null || right is null ? null : $"{left}{(Operator is "**" or "*" or "/" ? Operator : $" {Operator} ")}{right}";
    }

    private static string? Part(Expression operand, Func<Reference, string?> name) =>
        operand.Format(name) is { } text ? operand is OperatorExpression || text.StartsWith('-') ? $"({text})" : text : null;
}

/// <summary>An expression of a kind that is not read.</summary>
internal sealed record UnreadExpression(string Kind) : Expression
{
    public override string? Format(Func<Reference, string?> name) => null;
}
