using DistArray.Stacks;
using Microsoft.Diagnostics.Runtime;

namespace DistArray.Interactive.Jobs;

/// <summary>Where engines are, read from outside.</summary>
internal static class RankStacks
{
    private const int MaxFrames = 30;

    /// <summary>The stacks of ranks; where the system refuses (ptrace), or takes too long, the reason.</summary>
    public static IReadOnlyDictionary<int, RankStack> Read(IReadOnlyList<EngineConnection> ranks) =>
        OtherProcess.LookAtAll(ranks, rank => OtherProcess.Look(rank.ProcessId, runtime => Read(runtime, rank.ProcessId), Unknown), Unknown).ToDictionary(read => read.Key.Rank, read => read.Value);

    private static RankStack Read(ClrRuntime runtime, int process)
    {
        if (runtime.Threads.FirstOrDefault(thread => thread.IsAlive && thread.OSThreadId == process) is not { } main) return Unknown("it has no main thread");
        ClrMethod[] frames = main.Methods();
        bool isInMpi = frames is [var top, ..] && top.Type.Name is { } name
            && (name.StartsWith("DistArray.Bindings.NativeMpi", StringComparison.Ordinal) || name is "DistArray.Mpi.Communicator" or "DistArray.Mpi.MpiRequest");
        return frames.Length == 0
            ? Unknown("no managed frame on its main thread")
            : new RankStack([.. OfLine(frames).SkipWhile(frame => frame.Type.Name?.StartsWith("DistArray.Bindings.", StringComparison.Ordinal) == true).Take(MaxFrames).Select(frame => frame.Signature ?? frame.Name ?? "?")], isInMpi);
    }

    private static RankStack Unknown(string reason) => new([], false, reason);

    // The frames of the line and what it called: the machinery below it says nothing.
    private static IEnumerable<ClrMethod> OfLine(ClrMethod[] frames)
    {
        int body = Array.FindIndex(frames, frame => frame.Type.Name?.Contains("<<Initialize>>", StringComparison.Ordinal) == true);
        int machinery = body >= 0
            ? body + 1
            : Array.FindIndex(frames, frame => frame.IsReflection() || frame.Type.Name?.StartsWith("DistArray.Interactive.Hosting.", StringComparison.Ordinal) == true);
        return machinery > 0 ? frames.Take(machinery) : frames;
    }
}
