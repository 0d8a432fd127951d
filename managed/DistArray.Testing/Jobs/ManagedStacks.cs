using DistArray.Testing.Reports;
using Microsoft.Diagnostics.Runtime;

namespace DistArray.Testing.Jobs;

/// <summary>Where the managed code of another process is, read from outside with the debugger's means.</summary>
internal static class ManagedStacks
{
    private const int MaxFrames = 30;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Fills in the stacks of ranks that are about to be killed.</summary>
    /// <param name="processes">Process id of each rank.</param>
    /// <param name="testAssembly">Path of the test assembly: threads that run its code are shown beside the main one.</param>
    /// <remarks>Where the system refuses (ptrace), or takes too long, the reason stands in place of the stack.</remarks>
    public static void Collect(IReadOnlyDictionary<RankReport, int> processes, string testAssembly)
    {
        Dictionary<RankReport, IReadOnlyList<string>> stacks = [];
        // A thread of its own: tracing belongs to the thread that began it, and it must not delay the report for ever.
        Thread thread = new(() =>
        {
            foreach (var (report, process) in processes)
            {
                IReadOnlyList<string> stack = Read(process, testAssembly);
                lock (stacks) stacks[report] = stack;
            }
        }) { IsBackground = true, Name = "stacks" };
        thread.Start();
        thread.Join(Deadline);
        lock (stacks)
            foreach (RankReport report in processes.Keys)
                report.Stack = stacks.GetValueOrDefault(report) ?? [$"(its stack could not be read within {Deadline.TotalSeconds:0} s)"];
    }

    /// <summary>The frames of a process' main thread and of others that run tests, innermost first; or why they are not known.</summary>
    public static IReadOnlyList<string> Read(int process, string testAssembly)
    {
        try
        {
            using DataTarget target = DataTarget.AttachToProcess(process, suspend: true);
            if (target.ClrVersions.Length == 0) return ["(its stack could not be read: no runtime found in the process)"];
            using ClrRuntime runtime = target.ClrVersions[0].CreateRuntime(DataAccess(target.ClrVersions[0]), ignoreMismatch: true);
            List<string> lines = [];
            foreach (ClrThread thread in runtime.Threads.Where(thread => thread.IsAlive).OrderBy(thread => thread.OSThreadId != process))
            {
                bool main = thread.OSThreadId == process;
                ClrMethod[] frames = [.. thread.EnumerateStackTrace().Select(frame => frame.Method).OfType<ClrMethod>()];
                if (!main && !frames.Any(frame => frame.Type.Module.Name == testAssembly)) continue;
                if (!main) lines.Add($"thread {thread.ManagedThreadId}:");
                lines.AddRange(OfTest(frames).Take(MaxFrames).Select(frame => frame.Signature ?? frame.Name ?? "?"));
            }
            return lines.Count > 0 ? lines : ["(no managed frame on its main thread)"];
        }
        catch (Exception exception)
        {
            return [$"(its stack could not be read: {exception.Message})"];
        }
    }

    // The library that knows the runtime's data lies beside the runtime.
    private static string DataAccess(ClrInfo runtime) => Path.Combine(Path.GetDirectoryName(runtime.ModuleInfo.FileName)!, "libmscordaccore.so");

    // The frames of the test and what it called: NUnit's machinery below it says nothing.
    private static IEnumerable<ClrMethod> OfTest(ClrMethod[] frames)
    {
        int machinery = Array.FindIndex(frames, frame => frame.Type.Name is { } name
            && (name.StartsWith("NUnit.Framework.Internal.", StringComparison.Ordinal)
                || name is "System.RuntimeMethodHandle" or "System.Reflection.MethodBaseInvoker"));
        return machinery > 0 ? frames.Take(machinery) : frames;
    }
}
