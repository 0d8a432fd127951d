using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using DistArray.Interactive.Jobs;
using DistArray.Interactive.Protocol;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Hosting;

/// <summary>Does on this rank what the client asks for; between requests it waits without using the processor.</summary>
internal sealed partial class EngineServer
{
    private readonly BlockingCollection<(EngineRequest Request, byte[] Payload)> _requests = [];
    private readonly LineAssemblies _assemblies = new();
    private readonly LineRunner _runner;
    private readonly Stream _native = Console.OpenStandardOutput();
    private readonly FrameChannel _channel;
    private readonly Communicator _world;
    private readonly string _folder;
    private ArrayPort? _array;
    private volatile bool _running;

    private EngineServer(FrameChannel channel, string folder, Communicator world)
    {
        _folder = folder;
        _channel = channel;
        _world = world;
        _runner = new LineRunner(new EngineScope(world, []));
    }

    /// <summary>Serves until the client closes the connection.</summary>
    /// <param name="channel">The connection.</param>
    /// <param name="folder">Where its socket lies.</param>
    /// <param name="world">All ranks.</param>
    public static int Serve(FrameChannel channel, string folder, Communicator world)
    {
        EngineServer server = new(channel, folder, world);
        var output = new EngineOutput(text => server.Send(new EngineMessage(MessageKind.Output) { Text = text }));
        Console.SetOut(output);
        Console.SetError(output);
        Traffic.Begin(world.Size);
        new Thread(server.Listen) { IsBackground = true, Name = "requests" }.Start();
        server.Send(new EngineMessage(MessageKind.Ready) { Rank = world.Rank, Size = world.Size });
        foreach (var (request, payload) in server._requests.GetConsumingEnumerable()) server.Do(request, payload, output);
        return 0;
    }

    private void Do(EngineRequest request, byte[] payload, EngineOutput output)
    {
        _running = true;
        EngineMessage ended = new(MessageKind.Ended);
        byte[] result = [];
        long surplus = Traffic.Surplus;
        Interruption.Begin(request.Number, (position, isAtCheck) => Send(new EngineMessage(MessageKind.Held) { Number = request.Number, Position = position, IsAtCheck = isAtCheck }));
        try
        {
            (ended, result) = Answer(request, payload);
        }
        catch (Exception exception)
        {
            ended = ended with { Failure = FailureText.Describe(exception) };
        }
        ended = ended with { Number = request.Number, Position = Interruption.Position, Surplus = Traffic.Surplus - surplus };
        Interruption.End();
        FlushAll(0);
        output.Flush();
        _native.Write(Encoding.UTF8.GetBytes(OutputMark.Of(request.Number) + "\n"));
        _running = false;
        Send(ended, result);
    }

    private (EngineMessage Ended, byte[] Payload) Answer(EngineRequest request, byte[] payload)
    {
        EngineMessage ended = new(MessageKind.Ended);
        _assemblies.Know(request.References);
        switch (request.Kind)
        {
            case RequestKind.Line:
                Assembly line = _assemblies.Load(payload.AsSpan(0, request.ImageLength), payload.AsSpan(request.ImageLength));
                return (Use(_runner.Run(line, request.EntryType, request.EntryMethod), request.Use), []);
            case RequestKind.Call:
                return (ended with { Json = CallTarget.Invoke(request.Call!, _world) }, []);
            case RequestKind.Format:
                return (ended with { Text = Array().Format() }, []);
            case RequestKind.Gather:
                return (ended, Array().Gather());
            case RequestKind.Elements:
                _runner.Scope.Keep(payload);
                return (ended, []);
            case RequestKind.Reset:
                _runner.Reset();
                _array = null;
                GC.Collect();
                return (ended, []);
            default:
                throw new InvalidOperationException($"An engine does not know {request.Kind}.");
        }
    }

    private ArrayPort Array() => _array ?? throw new InvalidOperationException("The last line gave no array.");

    private EngineMessage Use(object? value, ResultUse use)
    {
        EngineMessage ended = new(MessageKind.Ended);
        if (use == ResultUse.Sent) return ended with { Json = JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), ValueJson.Options) };
        _array = ArrayPort.Of(value);
        if (use == ResultUse.Array) return ended with { Array = Array().Describe() };
        if (value is null) return ended;
        _runner.Scope.It = value;
        ended = ended with { ValueType = TypeText.Of(value.GetType()) };
        if (_array is null) return ended with { Text = ValueText.Of(value) };
        try
        {
            // What this rank would show of it alone; all ranks format it together where all of them have it.
            return ended with { Array = _array.Describe(), Text = value.ToString() };
        }
        catch (ObjectDisposedException)
        {
            return ended with { Text = value.ToString() };
        }
    }

    private void Send(EngineMessage message, ReadOnlySpan<byte> payload = default) => _channel.TrySend(message, ProtocolJson.Default.EngineMessage, payload);

    private void Listen()
    {
        while (_channel.Receive(ProtocolJson.Default.EngineRequest) is var (request, payload))
            switch (request.Kind)
            {
                case RequestKind.Hold: Interruption.Hold(request.Number); break;
                case RequestKind.GoOn: Interruption.GoOn(request.Position); break;
                case RequestKind.Stop: Interruption.Stop(); break;
                case RequestKind.Tell: Send(new EngineMessage(MessageKind.Told) { Position = Traffic.Calls }); break;
                default: _requests.Add((request, payload)); break;
            }
        // First, since the process may end as soon as there are no more requests.
        if (_world.Rank == 0) MeetingPlace.Remove(_folder);
        _requests.CompleteAdding();
        // The client is gone. An idle rank ends MPI in order meanwhile; one in the middle of a line has nobody to report to.
        Thread.Sleep(TimeSpan.FromSeconds(_running ? 1 : 5));
        Remains.RemoveOwn();
        Kill(Environment.ProcessId, Remains.SigKill);
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint stream);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
