using System.Collections.Concurrent;
using System.Net.Sockets;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Protocol;

namespace DistArray.Testing.Jobs;

/// <summary>The test process' end of the connection to one rank; a thread reads what the rank says.</summary>
internal sealed class RankConnection : IDisposable
{
    private readonly FrameChannel _channel;

    public RankConnection(Socket socket, BlockingCollection<JobEvent> events)
    {
        _channel = new FrameChannel(socket);
        new Thread(() => Read(events)) { IsBackground = true, Name = "rank" }.Start();
    }

    /// <summary>Number of the rank, or -1 until it said so.</summary>
    public int Rank { get; set; } = -1;

    public int ProcessId { get; set; }

    public bool TrySend(JobRequest request) => _channel.TrySend(request, ProtocolJson.Default.JobRequest);

    public void Dispose() => _channel.Dispose();

    private void Read(BlockingCollection<JobEvent> events)
    {
        while (_channel.Receive(ProtocolJson.Default.RankMessage) is var (message, _)) events.Add(new JobEvent(this, message));
        events.Add(new JobEvent(this, null));
    }
}
