using System.Globalization;
using DistArray.Mpi.Jobs;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Reports;

/// <summary>A test on all ranks as one result: state, message, stack and output, equal ones of several ranks told once.</summary>
internal sealed class ReportText
{
    private readonly JobReport _report;

    public ReportText(JobReport report)
    {
        _report = report;
        State = Reduce();
        bool passed = State.Status == TestStatus.Passed;
        Message = passed && report.Ranks.All(rank => string.IsNullOrEmpty(rank.Ended?.Message)) ? null : WriteMessage();
        StackTrace = passed ? null : WriteStacks();
        Output = WriteOutput();
    }

    public ResultState State { get; }

    public string? Message { get; }

    public string? StackTrace { get; }

    public string Output { get; }

    private int Size => _report.Ranks.Count;

    private bool IsBroken => _report.Ranks.Any(rank => rank.Ended is null);

    private bool Disagree => State == ResultState.Failure && !_report.Ranks.Any(rank => rank.HasFailed) && !IsBroken;

    // Passed, skipped, inconclusive or warned only where every rank says so; a failure anywhere is a failure.
    private ResultState Reduce()
    {
        if (IsBroken) return _report.Ranks.Any(rank => rank.HasFailed) ? ResultState.Failure : ResultState.Error;
        ResultState[] states = [.. _report.Ranks.Select(rank => new ResultState(rank.Ended!.Status, rank.Ended.Label, rank.Ended.Site))];
        if (states.FirstOrDefault(state => state.Status == TestStatus.Failed) is { } failed) return failed;
        TestStatus[] kinds = [.. states.Select(state => state.Status).Distinct()];
        if (kinds.Length == 1) return states[0];
        return kinds.All(kind => kind is TestStatus.Passed or TestStatus.Warning) ? ResultState.Warning : ResultState.Failure;
    }

    private string WriteMessage()
    {
        List<string> lines = [.. Headline()];
        foreach (var (ranks, text) in RankNames.Fold(_report.Ranks.Select(rank => (rank.Rank, Say(rank))).Where(x => x.Item2.Length > 0)))
            lines.Add(text.Contains('\n') ? $"{RankNames.Of(ranks)}:\n{text}" : $"{RankNames.Of(ranks)}: {text.Trim()}");
        if (IsBroken && _report.Output.Count > 0)
            lines.AddRange(["The job's output:", .. JobLine.Relevant(_report.Output).Select(line => "  " + line)]);
        return string.Join('\n', lines);
    }

    private IEnumerable<string> Headline()
    {
        int failed = _report.Ranks.Count(rank => rank.HasFailed);
        IReadOnlyList<int> open = [.. _report.Ranks.Where(rank => rank.Ended is null).Select(rank => rank.Rank)];
        string seconds = _report.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
        if (open.Count > 0)
            yield return _report.End switch
            {
                JobEnd.Orderly => $"Hung: {RankNames.Of(open)} of {Size} did not end within {seconds} s. The job was killed.",
                JobEnd.Failing => $"{failed} of {Size} ranks failed, and {RankNames.Of(open)} did not end. The job was killed.",
                _ => $"The job of {Size} ranks ended in the middle of the test.",
            };
        else if (failed > 0 && Size > 1) yield return $"{failed} of {Size} ranks failed.";
        else if (Disagree) yield return "The ranks disagree on the outcome.";
    }

    private string Say(RankReport rank)
    {
        if (rank.Ended is { } ended)
            return !string.IsNullOrEmpty(ended.Message) ? ended.Message.TrimEnd()
                : Disagree ? Word(ended.Status)
                : IsBroken && _report.End == JobEnd.Orderly ? "ended the test" : "";
        if (rank.Failing is { } failing) return $"{failing.Message?.TrimEnd()}\nand then did not end{Where(rank)}";
        string last = rank.LastThrown?.Message is { } thrown ? $"\nThe last exception it threw: {thrown.TrimEnd()}" : "";
        return _report.End switch
        {
            JobEnd.Orderly => $"hung{Where(rank)}{last}",
            JobEnd.Failing => $"waiting{Where(rank)}{last}",
            _ when rank.LostAt is { } at && at == _report.Ranks.Min(other => other.LostAt) => "the process ended first, in the middle of the test",
            _ => "running when the job ended",
        };
    }

    private static string Word(TestStatus status) => status == TestStatus.Passed ? "passed" : status.ToString().ToLowerInvariant();

    private static string Where(RankReport rank)
    {
        if (rank.Stack is not [var top, ..]) return "";
        return top.StartsWith('(') ? " " + top : " " + new StackPlace(rank.Stack);
    }

    private string? WriteStacks()
    {
        var said = _report.Ranks.Select(rank => (rank.Rank, Stack(rank))).Where(x => x.Item2.Length > 0);
        string text = string.Join('\n', RankNames.Fold(said).Select(x => $"{RankNames.Of(x.Ranks)}:\n{x.Text}"));
        return text.Length > 0 ? text : null;
    }

    private static string Stack(RankReport rank)
    {
        string thrown = (rank.Ended?.StackTrace ?? rank.Failing?.StackTrace ?? rank.LastThrown?.StackTrace ?? "").TrimEnd();
        string killed = string.Join('\n', rank.Stack.Select(frame => frame.StartsWith('(') || frame.EndsWith(':') ? frame : "   at " + frame));
        return thrown.Length > 0 && killed.Length > 0 ? $"{thrown}\n--- killed\n{killed}" : thrown + killed;
    }

    private string WriteOutput()
    {
        var lines = RankNames.Fold(_report.Ranks.Select(rank => (rank.Rank, (rank.Ended?.Output ?? "").TrimEnd())).Where(x => x.Item2.Length > 0))
            .SelectMany(x => x.Text.Split('\n').Select(line => $"[{RankNames.Numbers(x.Ranks)}] {line}"));
        // The message of a broken job tells its output.
        IEnumerable<string> job = IsBroken ? [] : _report.Output.Select(JobLine.Untag);
        return string.Concat(lines.Concat(job).Select(line => line + "\n"));
    }
}
