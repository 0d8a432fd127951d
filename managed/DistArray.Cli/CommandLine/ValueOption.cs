namespace DistArray.Cli.CommandLine;

/// <summary>An option with one value; given twice, the last one counts.</summary>
/// <param name="name">As it is written.</param>
/// <param name="valueName">What stands for the value in the help.</param>
/// <param name="help">What it does.</param>
/// <param name="fallback">Its value where it is not given.</param>
/// <param name="parse">Reads a value; a <see cref="FormatException"/> says what a value is.</param>
/// <param name="choices">The values that are completed.</param>
internal class ValueOption<T>(string name, string valueName, string help, T fallback, Func<string, T> parse, params IReadOnlyList<string> choices) : Option(name, valueName, help)
{
    public T Fallback { get; } = fallback;

    public override IReadOnlyList<string> Choices { get; } = choices;

    public override object Parse(string text) => parse(text)!;
}
