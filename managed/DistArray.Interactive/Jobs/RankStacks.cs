using Microsoft.Diagnostics.Runtime;

namespace DistArray.Interactive.Jobs;

/// <summary>Where engines are, read from outside with the debugger's means.</summary>
internal static class RankStacks
{
    private const int MaxFrames = 30;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The stacks of ranks; where the system refuses (ptrace), or takes too long, the reason.</summary>
    public static IReadOnlyDictionary<int, RankStack> Read(IReadOnlyList<EngineConnection> ranks)
    {
        Dictionary<int, RankStack> stacks = [];
        // A thread of its own: tracing belongs to the thread that began it, and it must not delay the report for ever.
        Thread thread = new(() =>
        {
            foreach (EngineConnection rank in ranks)
            {
                RankStack stack = Read(rank.ProcessId);
                lock (stacks) stacks[rank.Rank] = stack;
            }
        }) { IsBackground = true, Name = "stacks" };
        thread.Start();
        thread.Join(Deadline);
        lock (stacks) return ranks.ToDictionary(rank => rank.Rank, rank => stacks.GetValueOrDefault(rank.Rank) ?? Unknown($"its stack could not be read within {Deadline.TotalSeconds:0} s"));
    }

    private static RankStack Read(int process)
    {
        try
        {
            using DataTarget target = DataTarget.AttachToProcess(process, suspend: true);
            if (target.ClrVersions.Length == 0) return Unknown("no runtime found in the process");
            using ClrRuntime runtime = target.ClrVersions[0].CreateRuntime(DataAccess(target.ClrVersions[0]), ignoreMismatch: true);
            if (runtime.Threads.FirstOrDefault(thread => thread.IsAlive && thread.OSThreadId == process) is not { } main) return Unknown("it has no main thread");
            ClrMethod[] frames = [.. main.EnumerateStackTrace().Select(frame => frame.Method).OfType<ClrMethod>()];
            bool isInMpi = frames is [var top, ..] && top.Type.Name is { } name
                && (name.StartsWith("DistArray.Bindings.NativeMpi", StringComparison.Ordinal) || name is "DistArray.Mpi.Communicator" or "DistArray.Mpi.MpiRequest");
            return frames.Length == 0
                ? Unknown("no managed frame on its main thread")
                : new RankStack([.. OfLine(frames).SkipWhile(frame => frame.Type.Name?.StartsWith("DistArray.Bindings.", StringComparison.Ordinal) == true).Take(MaxFrames).Select(frame => frame.Signature ?? frame.Name ?? "?")], isInMpi);
        }
        catch (Exception exception)
        {
            return Unknown($"its stack could not be read: {exception.Message}");
        }
    }

    private static RankStack Unknown(string reason) => new([], false, reason);

    // The library that knows the runtime's data lies beside the runtime.
    private static string DataAccess(ClrInfo runtime) => Path.Combine(Path.GetDirectoryName(runtime.ModuleInfo.FileName)!, "libmscordaccore.so");

    // The frames of the line and what it called: the machinery below it says nothing.
    private static IEnumerable<ClrMethod> OfLine(ClrMethod[] frames)
    {
        int body = Array.FindIndex(frames, frame => frame.Type.Name?.Contains("<<Initialize>>", StringComparison.Ordinal) == true);
        int machinery = body >= 0
            ? body + 1
            : Array.FindIndex(frames, frame => frame.Type.Name is { } name && (name.StartsWith("DistArray.Interactive.Hosting.", StringComparison.Ordinal) || name is "System.RuntimeMethodHandle" or "System.Reflection.MethodBaseInvoker"));
        return machinery > 0 ? frames.Take(machinery) : frames;
    }
}
