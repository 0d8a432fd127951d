namespace DistArray.Cli.CommandLine;

/// <summary>An option that may be given several times.</summary>
internal sealed class ListOption(string name, string valueName, string help, bool isGreedy = false) : Option(name, valueName, help)
{
    public override bool IsGreedy { get; } = isGreedy;

    public override object Parse(string text) => text;
}
