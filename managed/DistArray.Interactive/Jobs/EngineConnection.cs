using System.Collections.Concurrent;
using System.Net.Sockets;
using DistArray.Interactive.Protocol;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Jobs;

/// <summary>The client's end of the connection to one engine; a thread reads what the engine says.</summary>
internal sealed class EngineConnection : IDisposable
{
    private readonly FrameChannel _channel;

    public EngineConnection(Socket socket, BlockingCollection<EngineEvent> events)
    {
        _channel = new FrameChannel(socket);
        new Thread(() => Read(events)) { IsBackground = true, Name = "engine" }.Start();
    }

    /// <summary>Number of the rank, or -1 until it said so.</summary>
    public int Rank { get; set; } = -1;

    public int ProcessId { get; set; }

    public bool TrySend(EngineRequest request, ReadOnlySpan<byte> payload = default) => _channel.TrySend(request, ProtocolJson.Default.EngineRequest, payload);

    public void Dispose() => _channel.Dispose();

    private void Read(BlockingCollection<EngineEvent> events)
    {
        while (_channel.Receive(ProtocolJson.Default.EngineMessage) is var (message, payload)) events.Add(new EngineEvent(this, message, payload));
        events.Add(new EngineEvent(this, null, []));
    }
}
