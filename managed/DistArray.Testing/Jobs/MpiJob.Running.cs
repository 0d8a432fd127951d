using System.Diagnostics;
using System.Reflection;
using DistArray.Testing.Building;
using DistArray.Testing.Protocol;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Jobs;

internal sealed partial class MpiJob
{
    /// <summary>How long the others may take once a rank has failed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long the launcher may take to end once a rank has.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    /// <summary>How long a rank may take to answer in the middle of a test.</summary>
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(0.5);

    private bool _killed;

    /// <summary>Starts a job and waits until its ranks are ready.</summary>
    /// <exception cref="MpiLaunchException">It did not come up.</exception>
    public static MpiJob Launch(Assembly assembly, int ranks)
    {
        using Launching launching = new(assembly, ranks);
        launching.Run();
        return new MpiJob(launching);
    }

    /// <summary>Runs a test on every rank; the job is killed where that does not end.</summary>
    public JobReport Run(ITest test)
    {
        _lastTest = test.FullName;
        _lastTimeout = MpiTestBuilder.TimeoutOf(test);
        JobReport report = Ask(new JobRequest { Test = test.FullName });
        bool[] open = [.. report.Ranks.Select(rank => rank.Ended?.FixtureIsOpen == true).Distinct()];
        OpenFixture = open.Contains(true) && !_killed ? MpiTestBuilder.FixtureOf(test).FullName : null;
        // Where one-time set-up failed on some ranks only, it runs on all of them again for the next test.
        return open.Length == 2 && !_killed ? report with { Output = [.. report.Output, .. EndFixture().Output] } : report;
    }

    /// <summary>Runs the one-time tear-down of the fixture that is open; it has as long as the last test had.</summary>
    public JobReport EndFixture()
    {
        OpenFixture = null;
        return Ask(new JobRequest { EndsFixture = true });
    }

    private JobReport Ask(JobRequest request)
    {
        TimeSpan timeout = _lastTimeout;
        RankReport[] reports = [.. _ranks.Select(rank => new RankReport(rank.Rank))];
        foreach (RankConnection rank in _ranks) rank.TrySend(request);
        Stopwatch clock = Stopwatch.StartNew();
        TimeSpan deadline = timeout;
        JobEnd end = JobEnd.Orderly;
        while (reports.Any(report => report.Ended is null) && end != JobEnd.Gone)
        {
            TimeSpan left = deadline - clock.Elapsed;
            if (left <= TimeSpan.Zero || !_events.TryTake(out JobEvent next, left)) break;
            if (next.Message is null)
            {
                // The first process to end is the culprit; the launcher then ends the others.
                if (next.Source is { } source) reports[source.Rank].LostAt = clock.Elapsed;
                else end = JobEnd.Gone;
                if (end == JobEnd.Orderly) (end, deadline) = (JobEnd.Lost, clock.Elapsed + LastWords);
                continue;
            }
            RankReport report = Note(reports, next);
            if (end == JobEnd.Orderly && report.HasFailed) (end, deadline) = (JobEnd.Failing, Min(deadline, clock.Elapsed + Grace));
        }
        IReadOnlyList<string> output = reports.All(report => report.Ended is not null) ? _output.Take() : Finish(reports, end);
        return new JobReport(reports, timeout, end, output);
    }

    private static RankReport Note(RankReport[] reports, JobEvent said)
    {
        RankReport report = reports[said.Source!.Rank];
        switch (said.Message!.Kind)
        {
            case RankMessageKind.Ended: report.Ended = said.Message; break;
            case RankMessageKind.LastThrown: report.LastThrown = said.Message; break;
            default: report.Failing = said.Message; break;
        }
        return report;
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    // Ends a job that did not end the test, and returns what it said. What the launcher says of being killed here is of no use.
    private IReadOnlyList<string> Finish(RankReport[] reports, JobEnd end)
    {
        bool alive = end is JobEnd.Orderly or JobEnd.Failing;
        if (alive)
        {
            RankReport[] open = [.. reports.Where(report => report.Ended is null)];
            AskLastThrown(reports, open);
            ManagedStacks.Collect(open.ToDictionary(report => report, report => _ranks[report.Rank].ProcessId), _assemblyPath);
        }
        else
        {
            _output.AwaitEnd(LastWords);
        }
        IReadOnlyList<string> output = _output.Take();
        if (FailedProcess.NamedIn(output) is { } process && Array.Find(_ranks, rank => rank.ProcessId == process) is { } culprit) reports[culprit.Rank].LostAt = TimeSpan.Zero;
        Kill();
        return alive ? output : [.. output, .. _output.Take()];
    }

    private void AskLastThrown(RankReport[] reports, RankReport[] open)
    {
        foreach (RankReport report in open) _ranks[report.Rank].TrySend(new JobRequest { AsksLastThrown = true });
        Stopwatch clock = Stopwatch.StartNew();
        while (open.Any(report => report.LastThrown is null && report.Ended is null))
        {
            TimeSpan left = Answer - clock.Elapsed;
            if (left <= TimeSpan.Zero || !_events.TryTake(out JobEvent next, left) || next.Message is null) return;
            Note(reports, next);
        }
    }
}
