namespace DistArray.Cli.CommandLine;

/// <summary>Options that several commands have.</summary>
internal static class Common
{
    /// <summary>Every command has it, without naming it.</summary>
    public static Flag Help { get; } = new("--help", "this text");

    /// <summary>Prints <see cref="JsonText"/>.</summary>
    public static Flag Json { get; } = new("--json", "the same as JSON, for programs");
}
