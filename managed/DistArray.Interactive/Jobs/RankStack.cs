using System.Text.RegularExpressions;

namespace DistArray.Interactive.Jobs;

/// <summary>Where the main thread of a rank is.</summary>
/// <param name="Frames">Signatures of its managed frames, innermost first; empty where they could not be read.</param>
/// <param name="IsInMpi">Whether it waits in a call of MPI.</param>
/// <param name="Reason">Why there are no frames.</param>
internal sealed partial record RankStack(IReadOnlyList<string> Frames, bool IsInMpi, string? Reason = null)
{
    private const int ShownFrames = 4;

    public bool IsAt(RankStack other) => Reason is null && other.Reason is null && Frames.SequenceEqual(other.Frames);

    /// <summary>The innermost frames and what the line calls, shortened: <c>Communicator.Barrier &lt; the line</c>.</summary>
    public override string ToString()
    {
        if (Reason is not null) return $"somewhere ({Reason})";
        string[] names = [.. Frames.Select(Short)];
        string[] calls = [.. names.Where((name, at) => at == 0 || name != names[at - 1])];
        if (calls.Length > ShownFrames) calls = [.. calls[..(ShownFrames / 2)], "...", .. calls[^(ShownFrames / 2)..]];
        return "in " + string.Join(" < ", calls);
    }

    // DistArray.Communicator.Barrier(Int32, Int32) is told as Communicator.Barrier, and Allreduce[[System.Double, System.Private.CoreLib]] without its type.
    private static string Short(string signature)
    {
        if (signature.Contains("<<Initialize>>", StringComparison.Ordinal)) return "the line";
        int end = signature.IndexOf('(', StringComparison.Ordinal);
        string[] names = TypeArguments().Replace(end < 0 ? signature : signature[..end], "").Split('.');
        return string.Join('.', names.TakeLast(2));
    }

    // With those of generic types among them.
    [GeneratedRegex(@"`\d+|\[(?>[^\[\]]+|(?<open>\[)|(?<-open>\]))*(?(open)(?!))\]")]
    private static partial Regex TypeArguments();
}
