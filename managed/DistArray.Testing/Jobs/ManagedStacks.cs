using DistArray.Stacks;
using DistArray.Testing.Reports;
using Microsoft.Diagnostics.Runtime;

namespace DistArray.Testing.Jobs;

/// <summary>Where the managed code of ranks is, read from outside.</summary>
internal static class ManagedStacks
{
    private const int MaxFrames = 30;

    /// <summary>Fills in the stacks of ranks that are about to be killed.</summary>
    /// <param name="processes">Process id of each rank.</param>
    /// <param name="testAssembly">Path of the test assembly: threads that run its code are shown beside the main one.</param>
    /// <remarks>Where the system refuses (ptrace), or takes too long, the reason stands in place of the stack.</remarks>
    public static void Collect(IReadOnlyDictionary<RankReport, int> processes, string testAssembly)
    {
        foreach (var (report, stack) in OtherProcess.LookAtAll([.. processes.Keys], report => Read(processes[report], testAssembly), Unknown)) report.Stack = stack;
    }

    /// <summary>The frames of a process' main thread and of others that run tests, innermost first; or why they are not known.</summary>
    public static IReadOnlyList<string> Read(int process, string testAssembly) => OtherProcess.Look(process, runtime => Read(runtime, process, testAssembly), Unknown);

    private static IReadOnlyList<string> Read(ClrRuntime runtime, int process, string testAssembly)
    {
        List<string> lines = [];
        foreach (ClrThread thread in runtime.Threads.Where(thread => thread.IsAlive).OrderBy(thread => thread.OSThreadId != process))
        {
            bool main = thread.OSThreadId == process;
            ClrMethod[] frames = thread.Methods();
            if (!main && !frames.Any(frame => frame.Type.Module.Name == testAssembly)) continue;
            if (!main) lines.Add($"thread {thread.ManagedThreadId}:");
            lines.AddRange(OfTest(frames).Take(MaxFrames).Select(frame => frame.Signature ?? frame.Name ?? "?"));
        }
        return lines.Count > 0 ? lines : Unknown("no managed frame on its main thread");
    }

    private static IReadOnlyList<string> Unknown(string reason) => [$"({reason})"];

    // The frames of the test and what it called: NUnit's machinery below it says nothing.
    private static IEnumerable<ClrMethod> OfTest(ClrMethod[] frames)
    {
        int machinery = Array.FindIndex(frames, frame => frame.IsReflection() || frame.Type.Name?.StartsWith("NUnit.Framework.Internal.", StringComparison.Ordinal) == true);
        return machinery > 0 ? frames.Take(machinery) : frames;
    }
}
