using System.Text.RegularExpressions;

namespace DistArray.Testing.Reports;

/// <summary>Where a rank is, in words: in which collective operation, and who called it.</summary>
/// <param name="stack">The frames of its main thread, innermost first; lines about further threads may follow.</param>
internal sealed partial class StackPlace(IReadOnlyList<string> stack)
{
    private const int ShownFrames = 4;
    private const string Communicator = "DistArray.Mpi.Communicator.";

    private static readonly string[] Waiting =
    [
        "Barrier", "Broadcast", "Reduce", "Allreduce", "Gather", "Allgather", "Scatter", "Alltoall", "ReduceScatter", "Scan", "ExclusiveScan",
        "Split", "Duplicate", "Dispose", "Send", "Receive", "SendReceive", "Probe",
    ];

    // Messages between two ranks are no collective operation, and said for what they are.
    private static readonly string[] Messages = ["Send", "Receive", "SendReceive", "Probe"];

    private readonly string[] _frames = [.. stack.TakeWhile(frame => !frame.EndsWith(':')).Select(Name)];

    /// <summary>The operation of the communicator that the rank waits in, or null.</summary>
    public string? Operation => At() is var at and >= 0 ? _frames[at].Split('.')[^1] : null;

    /// <summary>Such as <c>in Allreduce, called from DistArray.Sum &lt; Tests.Mass</c>.</summary>
    public override string ToString()
    {
        int at = At();
        if (at < 0) return "in no collective: " + Chain(_frames);
        string callers = Chain(_frames.Skip(at + 1).Where(frame => !frame.StartsWith("DistArray.CommunicatorExtensions.", StringComparison.Ordinal)));
        string kind = Operation is "Dispose" ? "freeing of a communicator" : Operation!;
        return $"in {(Messages.Contains(kind) ? $"{kind} (no collective)" : kind)}{(callers.Length > 0 ? ", called from " : "")}{callers}";
    }

    // The outermost frame of the communicator: what the caller asked of it.
    private int At() => Array.FindLastIndex(_frames, frame => frame.StartsWith(Communicator, StringComparison.Ordinal) && Waiting.Contains(frame.Split('.')[^1]));

    private static string Chain(IEnumerable<string> frames)
    {
        string[] names = [.. frames.Select(frame => string.Join('.', frame.Split('.').TakeLast(2)))];
        return string.Join(" < ", names.Where((name, at) => at == 0 || name != names[at - 1]).Take(ShownFrames));
    }

    // DistArray.DistArray`1[[System.Double, …]].Sum(Int32) is told as DistArray.DistArray.Sum.
    private static string Name(string signature)
    {
        string name = Brackets().Replace(Brackets().Replace(signature, ""), "");
        int end = name.IndexOf('(', StringComparison.Ordinal);
        return end < 0 ? name : name[..end];
    }

    [GeneratedRegex(@"`\d+|\[[^\[\]]*\]")]
    private static partial Regex Brackets();
}
