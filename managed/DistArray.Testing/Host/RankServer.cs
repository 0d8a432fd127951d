using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security;
using DistArray.Mpi;
using DistArray.Testing.Jobs;
using DistArray.Testing.Protocol;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Host;

/// <summary>Runs tests on this rank as the test process asks for them; between tests it waits without using the processor.</summary>
internal sealed partial class RankServer
{
    private readonly BlockingCollection<JobRequest> _requests = [];
    private readonly NUnitTestAssemblyRunner _runner = new(new DefaultTestAssemblyBuilder());
    private readonly MessageChannel _channel;
    private readonly Communicator _world;
    private Communicator? _testWorld;
    private (int Request, string Test) _wrapped;
    private Exception? _lastThrown;
    private volatile bool _running;

    private RankServer(MessageChannel channel, Communicator world)
    {
        _channel = channel;
        _world = world;
    }

    /// <summary>The server of this process; null in the test process.</summary>
    public static RankServer? Current { get; private set; }

    /// <summary>Counts the tests that this rank was asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>True for the first command of a test that NUnit lets wrap: the call of the method; false for the second, with set-up
    /// around it.</summary>
    public bool IsFirstWrap(Test test)
    {
        if (_wrapped == (Requests, test.Id)) return false;
        _wrapped = (Requests, test.Id);
        return true;
    }

    /// <summary>Serves until the test process closes the connection.</summary>
    public static int Serve(MessageChannel channel, Communicator world)
    {
        RankServer server = new(channel, world);
        Current = server;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => server._lastThrown = thrown.Exception;
        new Thread(server.Listen) { IsBackground = true, Name = "requests" }.Start();
        if (!server._requests.TryTake(out JobRequest? first, Timeout.Infinite)) return 0;
        server.Load(first);
        channel.TrySend(new RankMessage(RankMessageKind.Ready) { Rank = world.Rank, Size = world.Size }, ProtocolJson.Default.RankMessage);
        foreach (JobRequest request in server._requests.GetConsumingEnumerable()) server.Run(request.Test!);
        server._testWorld?.Dispose();
        return 0;
    }

    /// <summary>Makes the communicator of the next test. <b>Collective.</b></summary>
    /// <exception cref="InvalidOperationException">The world has another size than the test wants.</exception>
    public Communicator OpenWorld(int ranks)
    {
        if (_world.Size != ranks) throw new InvalidOperationException($"The test wants a world of {ranks} ranks; this one has {_world.Size}.");
        // Freed here and not after its test: freeing is collective, and a rank that fails alone must not wait for the others.
        _testWorld?.Dispose();
        return _testWorld = _world.Duplicate();
    }

    /// <summary>A message about an exception, in NUnit's words.</summary>
    public static RankMessage Describe(RankMessageKind kind, Exception? exception) => new(kind)
    {
        Message = exception is null or ResultStateException ? exception?.Message : $"{exception.GetType().FullName} : {exception.Message}",
        StackTrace = exception?.StackTrace,
    };

    public void Send(RankMessage message) => _channel.TrySend(message, ProtocolJson.Default.RankMessage);

    private void Load(JobRequest request)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(request.Assembly!);
        _runner.Load(assembly, new Dictionary<string, object>
        {
            ["RunOnMainThread"] = true,
            ["NumberOfTestWorkers"] = 0,
            ["SynchronousEvents"] = true,
            ["RandomSeed"] = request.Seed,
            ["WorkDirectory"] = request.WorkDirectory ?? Environment.CurrentDirectory,
            ["TestParametersDictionary"] = request.Parameters,
        });
    }

    private void Run(string test)
    {
        Requests++;
        _lastThrown = null;
        _running = true;
        RankListener listener = new(test);
        try
        {
            _runner.Run(listener, TestFilter.FromXml($"<filter><test>{SecurityElement.Escape(test)}</test></filter>"));
        }
        finally
        {
            FlushAll(0);
            _running = false;
        }
        Send(listener.Ending());
    }

    private void Listen()
    {
        while (_channel.Receive(ProtocolJson.Default.JobRequest) is { } request)
            if (request.AsksLastThrown) Send(Describe(RankMessageKind.LastThrown, _lastThrown));
            else _requests.Add(request);
        _requests.CompleteAdding();
        // The test process is gone. An idle rank ends MPI in order meanwhile; one in the middle of a test has nobody to report to.
        Thread.Sleep(TimeSpan.FromSeconds(_running ? 1 : 5));
        Remains.RemoveOwn();
        Kill(Environment.ProcessId, Remains.SigKill);
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint stream);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
