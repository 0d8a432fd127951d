using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Building;
using DistArray.Testing.Jobs;
using DistArray.Testing.Protocol;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Host;

/// <summary>Runs tests on this rank as the test process asks for them; between tests it waits without using the processor.</summary>
/// <remarks>NUnit walks over the tests of one fixture, so that its one-time set-up and tear-down frame them all. Each test waits for the next
/// request: it runs where that asks for it, as often as it does, and else lets the walk go on.</remarks>
internal sealed partial class RankServer : RankSession
{
    private readonly BlockingCollection<JobRequest> _requests = [];
    private readonly FrameChannel _channel;
    private ILookup<string, ITest> _tests = null!;
    private JobRequest? _pending;
    private RankMessage? _tearDown;
    private bool _fixtureIsOpen;
    private volatile bool _running;

    private RankServer(FrameChannel channel, Communicator world) : base(world) => _channel = channel;

    /// <summary>Serves until the test process closes the connection.</summary>
    public static int Serve(FrameChannel channel, Communicator world)
    {
        RankServer server = new(channel, world);
        new Thread(server.Listen) { IsBackground = true, Name = "requests" }.Start();
        if (server.Next() is not { } first) return 0;
        server.Open(first);
        while (server.Next() is { } request) server.Serve(request);
        server.CloseWorld();
        return 0;
    }

    /// <inheritdoc/>
    public override TestResult Run(Test test, TestExecutionContext context, TestCommand command)
    {
        TestResult result = context.CurrentResult;
        bool isFirst = !_fixtureIsOpen && Next()?.Test == test.FullName;
        _fixtureIsOpen = true;
        if (isFirst && !AllAreSetUp(true))
        {
            _pending = null;
            Answer(new RankMessage(RankMessageKind.Ended) { Status = TestStatus.Inconclusive, Message = "did not run, since one-time set-up failed on other ranks" });
        }
        while (Next() is { Test: { } name } && name == test.FullName)
        {
            _pending = null;
            _running = true;
            result = RunOnce(test, context, command);
            _running = false;
            Answer(Ending(result));
        }
        return result;
    }

    /// <inheritdoc/>
    public override void TellFailing(Exception cause) => Send(Describe(RankMessageKind.Failing, cause));

    /// <summary>Notes what NUnit says of a test or a fixture that has ended.</summary>
    public void Note(ITestResult result)
    {
        if (result.Test is TestFixture)
        {
            if (!_fixtureIsOpen) return;
            bool failed = result.ResultState is { Status: TestStatus.Failed, Site: FailureSite.TearDown };
            _tearDown = Ending(result) with
            {
                Status = failed ? TestStatus.Failed : TestStatus.Passed,
                Message = failed ? $"OneTimeTearDown of {result.Test.Name}: {result.Message}" : null,
                StackTrace = failed ? result.StackTrace : null,
            };
        }
        // NUnit did not let it run, because one-time set-up failed or ignored it.
        else if (_pending?.Test == result.Test.FullName)
        {
            _pending = null;
            if (!_fixtureIsOpen)
            {
                // Others may wait in their set-up: the test process is to know before this rank waits for them.
                if (result.ResultState.Status == TestStatus.Failed) Send(Ending(result) with { Kind = RankMessageKind.Failing });
                AllAreSetUp(false);
            }
            Answer(Ending(result));
        }
    }

    // The ranks agree after one-time set-up: where it failed on one, none runs the test.
    private bool AllAreSetUp(bool thisOneIs) => World.Allreduce(thisOneIs ? 1 : 0, Operation<int>.Min) == 1;

    private JobRequest? Next()
    {
        if (_pending is null && _requests.TryTake(out JobRequest? next, Timeout.Infinite)) _pending = next;
        return _pending;
    }

    private void Open(JobRequest request)
    {
        _pending = null;
        Load(AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Assembly!), request.Seed, request.WorkDirectory ?? Environment.CurrentDirectory, request.Parameters);
        _tests = TestsOnRanks(Runner.LoadedTest!).ToLookup(test => test.FullName);
        Send(new RankMessage(RankMessageKind.Ready) { Rank = World.Rank, Size = World.Size });
    }

    private void Serve(JobRequest request)
    {
        ITest[] tests = [.. _tests[request.Test ?? ""]];
        if (!request.EndsFixture && tests is [var test]) RunFixture(MpiTestBuilder.FixtureOf(test));
        if (!ReferenceEquals(_pending, request)) return;
        _pending = null;
        RankMessage passed = new(RankMessageKind.Ended) { Status = TestStatus.Passed };
        Answer(request.EndsFixture ? passed : passed with
        {
            Status = TestStatus.Failed,
            Label = ResultState.Error.Label,
            Message = tests.Length switch
            {
                0 => $"This rank has no test called '{request.Test}'. Names and sources of cases have to be the same in every process.",
                1 => $"NUnit did not run '{request.Test}' on this rank.",
                _ => $"{tests.Length} tests are called '{request.Test}'. Give the cases different names.",
            },
        });
    }

    private void RunFixture(ITest fixture)
    {
        HashSet<ITest> tests = [.. TestsOnRanks(fixture).Where(test => MpiTestBuilder.RanksOf(test) == World.Size)];
        Runner.Run(new RankListener(Note), new ChosenTests(tests));
        _fixtureIsOpen = false;
    }

    // What one-time tear-down said since is told with the next answer.
    private void Answer(RankMessage message)
    {
        if (_tearDown is { } tearDown)
        {
            _tearDown = null;
            message = message with { Output = tearDown.Output + message.Output };
            if (tearDown.Status == TestStatus.Failed)
                message = tearDown with { Message = $"{message.Message}\n{tearDown.Message}".TrimStart(), Output = message.Output };
        }
        Send(message with { FixtureIsOpen = _fixtureIsOpen });
    }

    private void Send(RankMessage message) => _channel.TrySend(message, ProtocolJson.Default.RankMessage);

    private void Listen()
    {
        while (_channel.Receive(ProtocolJson.Default.JobRequest) is var (request, _))
            if (request.AsksLastThrown) Send(Describe(RankMessageKind.LastThrown, LastThrown));
            else _requests.Add(request);
        _requests.CompleteAdding();
        // The test process is gone. An idle rank ends MPI in order meanwhile; one in the middle of a test has nobody to report to.
        Thread.Sleep(TimeSpan.FromSeconds(_running ? 1 : 5));
        Remains.RemoveOwn();
        Kill(Environment.ProcessId, Remains.SigKill);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
