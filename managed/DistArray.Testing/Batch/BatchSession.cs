using System.Reflection;
using System.Text.Json;
using DistArray.Mpi;
using DistArray.Testing.Building;
using DistArray.Testing.Host;
using DistArray.Testing.Protocol;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Batch;

/// <summary>Runs the tests of this job's world size on its ranks in lock-step: the ranks meet before each test and after it.</summary>
internal sealed class BatchSession : RankSession
{
    private const int Seed = 20250101; // of NUnit's random values, which are the same on all ranks
    private readonly Communicator _meeting;
    private readonly HangWatch _watch;
    private readonly BatchReport _report;
    private TimeSpan _longest;
    private string? _run;
    private ReportText? _text;

    private BatchSession(Communicator world, Assembly tests) : base(world)
    {
        _meeting = world.Duplicate();
        _report = new BatchReport(world.Rank == 0 ? Console.Out : TextWriter.Null, world.Size);
        _watch = new HangWatch(world, tests.Location, () => LastThrown is { } thrown ? Describe(RankMessageKind.LastThrown, thrown) : null, _report.GiveUp);
    }

    /// <summary>Runs the tests that the selection picks. <b>Collective.</b></summary>
    /// <returns>The exit status.</returns>
    public static int Run(Communicator world, Assembly tests, TestSelection selection)
    {
        BatchSession session = new(world, tests);
        session.Load(tests, Seed, Environment.CurrentDirectory, []);
        return session.Run(selection);
    }

    /// <inheritdoc/>
    public override TestResult Run(Test test, TestExecutionContext context, TestCommand command)
    {
        _run = test.FullName;
        _text = null;
        _report.Begin(test);
        RankMessage[] there = Meet(new RankMessage(RankMessageKind.Ready) { Test = test.FullName });
        RankMessage ended;
        if (there.All(rank => rank.Kind == RankMessageKind.Ready))
        {
            _watch.Begin(MpiTestBuilder.TimeoutOf(test));
            ended = Ending(RunOnce(test, context, command));
        }
        else
        {
            ended = new RankMessage(RankMessageKind.Ended) { Status = TestStatus.Inconclusive, Label = "", Message = "did not run, since other ranks could not" };
        }
        Reduce(there, ended, MpiTestBuilder.TimeoutOf(test));
        // On every rank alike, so that they retry and repeat together.
        TestResult result = context.CurrentResult = test.MakeTestResult();
        if (_text!.Message is { } message) result.SetResult(_text.State, message, _text.StackTrace);
        else result.SetResult(_text.State);
        return result;
    }

    /// <inheritdoc/>
    public override void TellFailing(Exception cause) => _watch.Fail(Describe(RankMessageKind.Failing, cause));

    private int Run(TestSelection selection)
    {
        ITest[] all = [.. TestsOnRanks(Runner.LoadedTest!).Where(selection.Picks)];
        ITest[] mine = [.. all.Where(test => MpiTestBuilder.RanksOf(test) == World.Size)];
        // Explicit tests run where nothing else was picked.
        if (!mine.All(IsExplicit)) mine = [.. mine.Where(test => !IsExplicit(test))];
        ITest[] invalid = [.. Invalid(Runner.LoadedTest!).Where(selection.Picks).DistinctBy(test => (test.ClassName, test.MethodName))];
        if (mine.Length > 0)
        {
            _longest = mine.Max(MpiTestBuilder.TimeoutOf);
            _watch.Begin(_longest);
            Runner.Run(new RankListener(Note), new ChosenTests(mine.ToHashSet()));
            _watch.Close();
        }
        int status = _report.Sum(all.Where(test => MpiTestBuilder.RanksOf(test) != World.Size).Select(MpiTestBuilder.RanksOf), invalid);
        CloseWorld();
        _meeting.Dispose();
        return status;
    }

    // What NUnit says of a test or fixture that has ended.
    private void Note(ITestResult result)
    {
        RankMessage ended = Ending(result);
        if (result.Test.IsSuite)
        {
            bool failed = result.ResultState is { Status: TestStatus.Failed, Site: FailureSite.TearDown };
            RankMessage tearDown = failed ? ended : new RankMessage(RankMessageKind.Ended) { Status = TestStatus.Passed };
            Reduce(Meet(tearDown with { Test = result.Test.FullName }), tearDown, _longest);
            if (_text!.State.Status == TestStatus.Failed) _report.End("OneTimeTearDown of " + result.Test.FullName, _text);
            return;
        }
        if (_run != result.Test.FullName)
        {
            // NUnit did not let it run: it is ignored, or one-time set-up failed, on this rank at least.
            _report.Begin(result.Test);
            Reduce(Meet(ended with { Test = result.Test.FullName }), ended, _longest);
        }
        _run = null;
        // Ranks that run different tests have nothing to bring together: this one tells what it has.
        _text ??= new ReportText(new JobReport([new RankReport(World.Rank) { Ended = ended }], _longest, JobEnd.Orderly, []));
        _report.End(result.Test.FullName, _text);
    }

    // Brings what the ranks say of a test together. Where one could not run it, that was said before.
    private void Reduce(RankMessage[] there, RankMessage ended, TimeSpan timeout)
    {
        _watch.End(ended);
        RankMessage[] all = there.All(rank => rank.Kind == RankMessageKind.Ended) ? there : Meet(ended);
        _text = new ReportText(new JobReport([.. all.Select((message, rank) => new RankReport(rank) { Ended = message })], timeout, JobEnd.Orderly, []));
        _watch.Begin(_longest);
    }

    private RankMessage[] Meet(RankMessage mine)
    {
        string[] texts = _meeting.Allgather(JsonSerializer.Serialize(mine, ProtocolJson.Default.RankMessage));
        RankMessage[] all = Array.ConvertAll(texts, text => JsonSerializer.Deserialize(text, ProtocolJson.Default.RankMessage)!);
        return all.Select(rank => rank.Test).Distinct().Count() == 1
            ? all
            : throw new InvalidOperationException($"The ranks run different tests: {string.Join("; ", all.Select((message, rank) => $"rank {rank}: {message.Test}"))}. "
                + "Names and sources of cases have to be the same in every process.");
    }

    private static bool IsExplicit(ITest test)
    {
        for (ITest? level = test; level is not null; level = level.Parent)
            if (level.RunState == RunState.Explicit) return true;
        return false;
    }

    // Methods from whose attributes no tests could be made.
    private static IEnumerable<ITest> Invalid(ITest test) => test.IsSuite ? test.Tests.SelectMany(Invalid)
        : !MpiTestBuilder.Built(test) && test.Method?.IsDefined<MpiTestAttribute>(false) == true ? [test] : [];
}
