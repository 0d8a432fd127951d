using Microsoft.Diagnostics.Runtime;

namespace DistArray.Stacks;

/// <summary>Where the managed code of another process is, read from outside with the debugger's means.</summary>
internal static class ManagedStacks
{
    private const int MaxFrames = 40;

    /// <summary>The stacks of the threads that run a program's code, the main one first; or why they could not be read.</summary>
    public static IReadOnlyList<string> Read(int process) => OtherProcess.Look<IReadOnlyList<string>>(process, runtime => Read(runtime, process), reason => [$"({reason})"]);

    private static List<string> Read(ClrRuntime runtime, int process)
    {
        List<string> lines = [];
        foreach (ClrThread thread in runtime.Threads.Where(thread => thread.IsAlive).OrderBy(thread => thread.OSThreadId != process))
        {
            bool isMain = thread.OSThreadId == process;
            ClrStackFrame[] frames = [.. thread.EnumerateStackTrace().Where(frame => frame.Method is not null).Take(MaxFrames)];
            if (!isMain && (!frames.Any(frame => IsProgram(frame.Method!)) || frames.Any(frame => frame.Method!.Type.Name == "DistArray.Mpi.Watchdog"))) continue;
            if (!isMain) lines.Add($"another thread ({thread.ManagedThreadId}):");
            foreach (ClrStackFrame frame in frames)
                if (frame.Method!.Type.Name?.StartsWith("DistArray.Bindings.", StringComparison.Ordinal) != true)
                    lines.Add($"at {frame.Method.Signature ?? frame.Method.Name}{SourceLines.Of(frame)}");
        }
        return lines.Count > 0 ? lines : ["(no managed frame)"];
    }

    // Threads of the runtime alone say nothing.
    private static bool IsProgram(ClrMethod method) =>
        method.Type.Module.Name is { } module && !Path.GetFileName(module).StartsWith("System.", StringComparison.Ordinal);
}
