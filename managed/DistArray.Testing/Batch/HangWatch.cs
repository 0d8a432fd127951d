using System.Diagnostics;
using System.Text.Json;
using DistArray.Bindings;
using DistArray.Mpi;
using DistArray.Testing.Protocol;
using DistArray.Testing.Reports;

namespace DistArray.Testing.Batch;

/// <summary>Ends a batch job whose test does not end: at its deadline, or a short grace after a rank failed.</summary>
/// <remarks>A thread of every rank watches. The first one whose time is over calls the others together on a communicator of their own, whatever
/// the main threads wait in; rank 0 tells where each rank is.</remarks>
internal sealed class HangWatch
{
    private const int FailedTag = 1, MeetTag = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>How long the others may take once a rank has failed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>How long the ranks may take to come together; one whose process is stopped never does.</summary>
    private static readonly TimeSpan Meeting = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Communicator _watchers;
    private readonly string _testAssembly;
    private readonly Func<RankMessage?> _lastThrown;
    private readonly Action<JobReport> _tell;
    private readonly ManualResetEventSlim _over = new();
    private readonly Thread _thread;
    private TimeSpan _timeout, _deadline;
    private RankMessage? _failing, _ended;
    private readonly int[] _received;
    private int _number, _failed, _sent;
    private bool _failureIsKnown;

    /// <summary>Begins to watch. <b>Collective.</b></summary>
    /// <param name="world">The ranks.</param>
    /// <param name="testAssembly">Path of the test assembly.</param>
    /// <param name="lastThrown">Gives the last exception that this rank threw.</param>
    /// <param name="tell">Prints what is known of a test that is given up; called on rank 0.</param>
    public HangWatch(Communicator world, string testAssembly, Func<RankMessage?> lastThrown, Action<JobReport> tell)
    {
        if (MpiEnvironment.ThreadLevel < ThreadLevel.Multiple)
            throw new NotSupportedException($"Tests in a batch job need an MPI that any thread may call, to end what hangs; this one gives {MpiEnvironment.ThreadLevel}.");
        _watchers = world.Duplicate();
        _received = new int[world.Size];
        _testAssembly = testAssembly;
        _lastThrown = lastThrown;
        _tell = tell;
        _thread = new Thread(Watch) { IsBackground = true, Name = "watch" };
    }

    /// <summary>Says what the time of is running now; the ranks say so in the same order.</summary>
    public void Begin(TimeSpan timeout)
    {
        lock (_gate)
        {
            _number++;
            (_failing, _ended, _failureIsKnown) = (null, null, false);
            _timeout = timeout;
            _deadline = _clock.Elapsed + timeout;
        }
        if (_thread.ThreadState.HasFlag(System.Threading.ThreadState.Unstarted)) _thread.Start();
    }

    /// <summary>Says that this rank has ended the test; the others may not have.</summary>
    public void End(RankMessage ended)
    {
        lock (_gate) _ended = ended;
        if (ended.Status == NUnit.Framework.Interfaces.TestStatus.Failed) TellOthers();
    }

    /// <summary>Says that the body of the test has failed on this rank.</summary>
    public void Fail(RankMessage failing)
    {
        lock (_gate) _failing = failing;
        TellOthers();
    }

    /// <summary>Ends watching. <b>Collective.</b></summary>
    public void Close()
    {
        _over.Set();
        _thread.Join();
        // What is still under way has no use any more, and is not left to MPI, which may complain.
        int[] sent = _watchers.Allgather(_sent);
        for (int rank = 0; rank < sent.Length; rank++)
            while (rank != _watchers.Rank && _received[rank] < sent[rank]) Receive(rank, ICommunicator.AnyTag);
        _watchers.Dispose();
    }

    private void TellOthers()
    {
        int number;
        lock (_gate)
        {
            if (_failed == _number) return;
            number = _failed = _number;
        }
        Send(number, FailedTag);
    }

    private void Send(int number, int tag)
    {
        for (int rank = 0; rank < _watchers.Size; rank++)
            if (rank != _watchers.Rank) _watchers.Send(number, rank, tag);
        Interlocked.Increment(ref _sent);
    }

    private int Receive(int source, int tag)
    {
        _received[source]++;
        return _watchers.Receive<int>(source, tag);
    }

    private void Watch()
    {
        try
        {
            while (!_over.Wait(Pause))
            {
                while (_watchers.ImmediateProbe(ICommunicator.AnySource, ICommunicator.AnyTag) is { } found)
                {
                    int number = Receive(found.Source, found.Tag);
                    if (found.Tag == MeetTag) Meet();
                    lock (_gate) _failed = Math.Max(_failed, number);
                }
                bool isOver;
                int current;
                lock (_gate)
                {
                    current = _number;
                    if (_failed == _number && !_failureIsKnown)
                    {
                        _failureIsKnown = true;
                        TimeSpan grace = _clock.Elapsed + Grace;
                        _deadline = grace < _deadline ? grace : _deadline;
                    }
                    isOver = _clock.Elapsed > _deadline;
                }
                if (!isOver) continue;
                Send(current, MeetTag);
                Meet();
            }
        }
        catch (Exception exception)
        {
            MpiEnvironment.Abort(exception);
        }
    }

    // Never returns: the job ends here.
    private void Meet()
    {
        using Timer backstop = new(_ => Abort($"[rank {_watchers.Rank} of {_watchers.Size}] a test did not end, and other ranks did not answer; the job ends.\n"),
            null, Meeting, System.Threading.Timeout.InfiniteTimeSpan);
        RankState mine;
        JobEnd end;
        lock (_gate)
        {
            end = _failureIsKnown ? JobEnd.Failing : JobEnd.Orderly;
            mine = new RankState(_ended, _failing, _ended is null ? _lastThrown() : null, []);
        }
        if (mine.Ended is null) mine = mine with { Stack = OwnStack.Read(_testAssembly) };
        string[]? all = _watchers.Gather(JsonSerializer.Serialize(mine, ProtocolJson.Default.RankState), 0);
        if (all is not null)
        {
            RankReport[] reports = [.. all.Select((text, rank) => Report(rank, JsonSerializer.Deserialize(text, ProtocolJson.Default.RankState)!))];
            _tell(new JobReport(reports, _timeout, end, []));
            Abort("");
        }
        Thread.Sleep(System.Threading.Timeout.Infinite);
    }

    private static RankReport Report(int rank, RankState state) => new(rank)
    {
        Ended = state.Ended,
        Failing = state.Failing,
        LastThrown = state.LastThrown,
        Stack = state.Stack,
    };

    private static void Abort(string reason)
    {
        Console.Error.Write(reason);
        Console.Error.Flush();
        _ = NativeMpi.Abort(MpiEnvironment.FailureStatus);
    }
}
