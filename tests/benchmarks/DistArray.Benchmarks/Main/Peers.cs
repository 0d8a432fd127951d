using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Main;

/// <summary>The same work in C, in the same job (tests/benchmarks/peers/c).</summary>
internal static unsafe partial class Peers
{
    /// <summary>Seconds of a message one way, between ranks 0 and 1.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_ping")]
    public static partial double Ping(byte* buffer, long bytes, int iterations);

    /// <summary>Seconds of an all-reduce of one double.</summary>
    [LibraryImport(PeerLibrary.Name, EntryPoint = "peer_allreduce")]
    public static partial double Allreduce(int iterations);
}
