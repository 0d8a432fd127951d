using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace DistArray;

/// <summary>Finds out what a program makes and does not dispose of, and where it made it. On with the environment variable <c>DISTARRAY_LEAKS=1</c>.</summary>
/// <remarks>At the end of MPI, or of a process without MPI, a report on standard error names arrays that own their memory, communicators, requests, Fortran libraries and files. An array that was
/// dropped gives its memory back when the garbage collector finds it, so that it costs memory for some time; the others are not given back at all. Views, pending arrays
/// and the library's own buffers are not counted: they hold nothing that a program could give back.</remarks>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Methods are named in reports; of one that was trimmed the name is less.")]
public static class LeakTracker
{
    /// <summary>Switches it on.</summary>
    internal const string Variable = "DISTARRAY_LEAKS";

    private const int MostFrames = 8;

    private static readonly Dictionary<int, List<(string What, (MethodBase, int)[] Stack, LeakEntry Entry)>> s_entries = [];
    private static bool s_reported;

    static LeakTracker()
    {
        IsOn = Environment.GetEnvironmentVariable(Variable) == "1";
        if (IsOn) AppDomain.CurrentDomain.ProcessExit += (_, _) => ReportAtExit();
    }

    /// <summary>Whether it takes notes.</summary>
    public static bool IsOn { get; internal set; }

    /// <summary>Takes note of something that must be disposed of.</summary>
    /// <param name="what">What it is, such as <c>array of float64</c>.</param>
    /// <param name="bytes">The memory that it holds, or 0.</param>
    /// <param name="comesBack">Whether the garbage collector gives it back where its owner is dropped.</param>
    /// <returns>A ticket that the owner keeps, and disposes of when it is disposed of; null where no notes are taken.</returns>
    /// <remarks>Local. With notes it walks up the stack: some microseconds.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LeakTicket? Track(string what, long bytes = 0, bool comesBack = true) =>
        IsOn ? new LeakTicket(Find(what, comesBack, new StackTrace(1, fNeedFileInfo: false)), bytes) : null;

    /// <summary>The report of this process: what was not disposed of. Asks the garbage collector first.</summary>
    /// <returns>Lines with a kind, a number and a stack each; or that there is nothing.</returns>
    internal static string Report()
    {
        s_reported = true;
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        var text = new StringBuilder();
        long made = 0;
        lock (s_entries)
            foreach (LeakEntry entry in s_entries.Values.SelectMany(entries => entries).Select(entry => entry.Entry))
            {
                made += entry.Made;
                text.Append(entry.Describe());
            }
        return text.Length > 0 ? $"not disposed of (DISTARRAY_LEAKS):\n{text}" : $"all of {made} arrays, communicators, requests, libraries and files were disposed of (DISTARRAY_LEAKS)\n";
    }

    /// <summary>Begins anew.</summary>
    internal static void Reset()
    {
        lock (s_entries) s_entries.Clear();
    }

    private static void ReportAtExit()
    {
        if (s_reported) return;
        Console.Error.Write(Report());
    }

    private static LeakEntry Find(string what, bool comesBack, StackTrace trace)
    {
        (MethodBase, int)[] stack = [.. trace.GetFrames().Where(frame => frame.GetMethod() is not null).Select(frame => (frame.GetMethod()!, frame.GetILOffset()))];
        var hash = new HashCode();
        hash.Add(what);
        foreach (var frame in stack) hash.Add(frame);
        int code = hash.ToHashCode();
        lock (s_entries)
        {
            if (!s_entries.TryGetValue(code, out var entries)) s_entries[code] = entries = [];
            foreach (var known in entries)
                if (known.What == what && known.Stack.AsSpan().SequenceEqual(stack)) return known.Entry;
            var entry = new LeakEntry(what, comesBack, Describe());
            entries.Add((what, stack, entry));
            return entry;
        }
    }

    // From the call into this library on; what called the program says nothing.
    private static string Describe()
    {
        StackFrame[] frames = [.. new StackTrace(3, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetMethod() is not null)];
        int first = Array.FindIndex(frames, frame => ProgramCode.Owns(frame.GetMethod()!));
        IEnumerable<StackFrame> shown = first < 0 ? frames : frames[Math.Max(first - 1, 0)..].Where((frame, index) => index == 0 || ProgramCode.Owns(frame.GetMethod()!));
        return string.Concat(shown.Take(MostFrames).Select((frame, index) => $"    {(index == 0 && first > 0 ? "by" : "at")} {ProgramCode.Describe(frame)}\n"));
    }
}
