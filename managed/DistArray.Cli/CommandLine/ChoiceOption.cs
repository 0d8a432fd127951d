namespace DistArray.Cli.CommandLine;

/// <summary>An option whose value is one of a few words.</summary>
internal sealed class ChoiceOption(string name, string valueName, string help, string? fallback, params string[] choices) : ValueOption<string?>(name, valueName, help, fallback, text =>
    choices.Contains(text) ? text : throw new FormatException($"it takes {string.Join(", ", choices)}{NearestName.Advice(text, choices)}"), choices);
