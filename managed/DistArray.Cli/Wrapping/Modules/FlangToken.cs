namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Kinds of tokens in flang's module files.</summary>
internal enum FlangTokenKind
{
    End,
    Name,
    Integer,
    Real,
    Logical,
    Text,
    Symbol,
}

/// <summary>A token of flang's module files.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name in lower case, digits, 1 or 0 for a logical, the characters of a text, or a symbol such as <c>::</c>.</param>
/// <param name="Bytes">The kind after the underscore of a literal; 0 where there is none.</param>
internal readonly record struct FlangToken(FlangTokenKind Kind, string Text, int Bytes = 0)
{
    public bool Is(string text) => Kind is FlangTokenKind.Name or FlangTokenKind.Symbol && Text == text;

    public override string ToString() => Kind switch
    {
        FlangTokenKind.End => "the end of the line",
        FlangTokenKind.Text => $"\"{Text}\"",
        _ => $"'{Text}{(Bytes == 0 ? "" : $"_{Bytes}")}'",
    };
}
