namespace DistArray.Cli.CommandLine;

/// <summary>An option of a command: declared once, for parsing, help and completion.</summary>
internal abstract class Option(string name, string? valueName, string help)
{
    /// <summary>As it is written: "--output", "-n".</summary>
    public string Name { get; } = name;

    /// <summary>What stands for its value in the help, or null where it takes none.</summary>
    public string? ValueName { get; } = valueName;

    /// <summary>What it does, in lines.</summary>
    public string Help { get; } = help;

    /// <summary>The values that are completed; none where they cannot be listed.</summary>
    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>Whether its value names a file or a folder.</summary>
    public bool IsPath => ValueName is "FILE" or "DIR";

    /// <summary>Whether it takes arguments up to the next option.</summary>
    public virtual bool IsGreedy => false;

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is none; the text says what is.</exception>
    public abstract object Parse(string text);
}
