namespace Guides.Tests;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Line">Line of its first line of code, counted from 1.</param>
/// <param name="Words">What stands after the opening fence: the language, then words that tell what is done with it.</param>
/// <param name="Code">The lines between the fences.</param>
/// <param name="Setup">Code of the comment before the block: it runs first and is not shown.</param>
/// <param name="Output">The block that follows without a language, which is what the code prints; null where there is none.</param>
internal sealed record CodeBlock(int Line, string[] Words, string Code, string Setup, string? Output)
{
    public bool IsCSharp => Words[0] == "csharp";

    /// <summary>A program that is a job of its own: it ends its ranks, on purpose or at the end of MPI. The words tell how many ranks, and variables that are set.</summary>
    public bool IsJob => Words.Contains("job");

    /// <summary>Goes on in the scope of the block before.</summary>
    public bool Continues => Words.Contains("continued");

    /// <summary>Is not run here: it needs what tests do not have, or another test runs it; the text says which.</summary>
    public bool IsNotRun => Words.Contains("norun");

    /// <summary>Numbers and paths of the output are of the machine and the day.</summary>
    public bool Varies => Words.Contains("varies");
}
