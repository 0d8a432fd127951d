namespace DistArray.Cli.CommandLine;

/// <summary>An argument that has its meaning by its place.</summary>
/// <param name="Name">What stands for it in the help: "FILE".</param>
/// <param name="Missing">What is said where it is missing: "name the file to show".</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="IsRepeated">Whether it takes all that follows; the last one alone can.</param>
/// <param name="IsFile">Whether it names a file, for completion.</param>
/// <param name="Choices">The values that are completed, or null where they cannot be listed.</param>
internal sealed record Operand(string Name, string Missing, bool IsOptional = false, bool IsRepeated = false, bool IsFile = true, IReadOnlyList<string>? Choices = null)
{
    /// <summary>As it stands in the first line of the help.</summary>
    public string Usage => IsOptional ? $"[{Name}{(IsRepeated ? "..." : "")}]" : IsRepeated ? $"{Name}..." : Name;
}
