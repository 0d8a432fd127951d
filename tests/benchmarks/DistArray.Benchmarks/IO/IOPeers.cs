using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.IO;

/// <summary>The same files in C. Each returns 0, or the line of io.c that failed.</summary>
internal static unsafe partial class IOPeers
{
    [LibraryImport(PeerLibrary.IoName, EntryPoint = "peer_hdf5_write", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteHdf5(string path, double* data, long rows, long columns, long first, long own);

    [LibraryImport(PeerLibrary.IoName, EntryPoint = "peer_hdf5_read", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ReadHdf5(string path, double* data, long rows, long columns, long first, long own);

    [LibraryImport(PeerLibrary.IoName, EntryPoint = "peer_raw_write", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteRaw(string path, double* data, long columns, long first, long own);

    /// <summary>Throws where C has failed.</summary>
    public static void Check(int line)
    {
        if (line != 0) throw new InvalidOperationException($"io.c failed at line {line}.");
    }
}
