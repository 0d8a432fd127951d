namespace DistArray.Cli.CommandLine;

/// <summary>An option whose value is any text.</summary>
internal sealed class TextOption(string name, string valueName, string help) : ValueOption<string?>(name, valueName, help, null, text => text);
