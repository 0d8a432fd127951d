using System.Diagnostics;
using System.Runtime.InteropServices;
using DistArray.Testing.Jobs;

namespace DistArray.Testing.Batch;

/// <summary>Where this process' main thread is, read by a child: a process cannot read itself with the debugger's means.</summary>
internal static partial class OwnStack
{
    private const int SetTracer = 0x59616d61; // PR_SET_PTRACER
    private const nint AnyProcess = -1;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The frames, innermost first; or why they are not known.</summary>
    /// <param name="testAssembly">Path of the test assembly.</param>
    public static IReadOnlyList<string> Read(string testAssembly)
    {
        try
        {
            // Where the system lets only parents trace, the child is to be let.
            _ = Control(SetTracer, AnyProcess, 0, 0, 0);
            ProcessStartInfo start = new(Launcher.Host(), [.. Launcher.Runtime(testAssembly), typeof(OwnStack).Assembly.Location, "stacks", $"{Environment.ProcessId}", testAssembly])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process child = Process.Start(start)!;
            Task<string> output = child.StandardOutput.ReadToEndAsync(), errors = child.StandardError.ReadToEndAsync();
            if (!child.WaitForExit(Deadline))
            {
                child.Kill();
                return [$"(its stack could not be read within {Deadline.TotalSeconds:0} s)"];
            }
            string[] lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Length > 0 ? lines : [$"(its stack could not be read: {errors.Result.Trim()})"];
        }
        catch (Exception exception) when (exception is MpiLaunchException or System.ComponentModel.Win32Exception)
        {
            return [$"(its stack could not be read: {exception.Message})"];
        }
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int option, nint first, nint second, nint third, nint fourth);
}
