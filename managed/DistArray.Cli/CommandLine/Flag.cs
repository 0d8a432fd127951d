namespace DistArray.Cli.CommandLine;

/// <summary>An option without a value: it is given, or not.</summary>
internal sealed class Flag(string name, string help) : Option(name, null, help)
{
    public override object Parse(string text) => throw new FormatException("it takes no value");
}
