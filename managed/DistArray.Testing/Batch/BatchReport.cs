using System.Diagnostics;
using System.Globalization;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Batch;

/// <summary>What rank 0 prints of a batch job, and its exit status.</summary>
/// <remarks>The name of a test is written when it begins, so that it is known where the job is ended by others.</remarks>
internal sealed class BatchReport(TextWriter output, int size)
{
    private readonly Stopwatch _clock = new();
    private readonly SortedSet<string> _failed = [];
    private string? _begun;
    private int _passed, _skipped;

    public void Begin(ITest test)
    {
        if (_begun == test.FullName) return;
        _begun = test.FullName;
        _clock.Restart();
        output.Write($"{_begun} ... ");
        output.Flush();
    }

    public void End(string name, ReportText text)
    {
        if (_begun != name) output.Write($"{name} ... ");
        _begun = null;
        output.WriteLine($"{Word(text.State)} ({Milliseconds()} ms)");
        if (text.State.Status == TestStatus.Failed) _failed.Add(name);
        else if (text.State.Status is TestStatus.Passed or TestStatus.Warning) _passed++;
        else _skipped++;
        if (text.Message is not null) Indent(text.Message);
        if (text.State.Status != TestStatus.Failed) return;
        if (text.StackTrace is not null) Indent(text.StackTrace);
        if (text.Output.Length > 0) Indent("Output:\n" + text.Output);
    }

    /// <summary>Tells of a test whose job ends now.</summary>
    public void GiveUp(JobReport report)
    {
        ReportText text = new(report);
        if (_begun is null) output.Write("one-time set-up or tear-down ... ");
        output.WriteLine($"{Word(text.State)} ({Milliseconds()} ms)");
        Indent($"{text.Message}\n{text.StackTrace}");
        output.WriteLine($"{_passed} passed, {_failed.Count + 1} failed, {_skipped} skipped; the tests that follow did not run.");
        output.Flush();
    }

    /// <summary>Prints the totals.</summary>
    /// <param name="others">World sizes of tests that did not run for being of another one.</param>
    /// <param name="invalid">A test of each method from whose attributes no tests could be made.</param>
    /// <returns>The exit status; on a rank that prints nothing too.</returns>
    public int Sum(IEnumerable<int> others, IReadOnlyList<ITest> invalid)
    {
        int[] sizes = [.. others];
        foreach (ITest test in invalid)
        {
            string name = $"{test.ClassName}.{test.MethodName}";
            output.WriteLine($"{name} ... FAILED");
            Indent($"{test.Properties.Get(PropertyNames.SkipReason) ?? test.Parent?.Properties.Get(PropertyNames.SkipReason)}");
            _failed.Add(name);
        }
        foreach (string name in _failed) output.WriteLine($"failed: {name}");
        output.Write($"{size} {(size == 1 ? "rank" : "ranks")}: {_passed} passed, {_failed.Count} failed, {_skipped} skipped");
        string worlds = string.Join(", ", sizes.Distinct().Order());
        output.WriteLine(sizes.Length > 0 ? $"; {sizes.Length} of other world sizes ({worlds}) left out." : ".");
        // On ranks that print nothing the counts are the same.
        bool ranNone = _passed + _failed.Count + _skipped == 0;
        if (ranNone) output.WriteLine("No test was picked that runs on this world size.");
        output.Flush();
        return ranNone || _failed.Count > 0 ? 1 : 0;
    }

    private string Milliseconds() => _clock.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Word(ResultState state) => state.Status switch
    {
        TestStatus.Failed => "FAILED",
        TestStatus.Skipped => state.Label == ResultState.Ignored.Label ? "ignored" : "skipped",
        _ => state.Status.ToString().ToLowerInvariant(),
    };

    private void Indent(string text)
    {
        foreach (string line in text.TrimEnd().Split('\n')) output.WriteLine("  " + line);
    }
}
