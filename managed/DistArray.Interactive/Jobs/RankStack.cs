namespace DistArray.Interactive.Jobs;

/// <summary>Where the main thread of a rank is.</summary>
/// <param name="Frames">Signatures of its managed frames, innermost first; empty where they could not be read.</param>
/// <param name="IsInMpi">Whether it waits in a call of MPI.</param>
/// <param name="Reason">Why there are no frames.</param>
internal sealed record RankStack(IReadOnlyList<string> Frames, bool IsInMpi, string? Reason = null)
{
    private const int ShownFrames = 4;

    public bool IsAt(RankStack other) => Reason is null && other.Reason is null && Frames.SequenceEqual(other.Frames);

    /// <summary>The innermost frames, shortened: <c>Communicator.Barrier &lt; the line</c>.</summary>
    public override string ToString()
    {
        if (Reason is not null) return $"somewhere ({Reason})";
        string[] names = [.. Frames.Select(Short)];
        return "in " + string.Join(" < ", names.Where((name, at) => at == 0 || name != names[at - 1]).Take(ShownFrames));
    }

    // DistArray.Communicator.Barrier(Int32, Int32) is told as Communicator.Barrier.
    private static string Short(string signature)
    {
        if (signature.Contains("<<Initialize>>", StringComparison.Ordinal)) return "the line";
        int end = signature.IndexOf('(', StringComparison.Ordinal);
        string[] names = (end < 0 ? signature : signature[..end]).Split('.');
        return string.Join('.', names.TakeLast(2));
    }
}
