using System.Text;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>Collective operations for the guards themselves: neither watched nor checked.</summary>
internal static unsafe class RawCollectives
{
    /// <summary>Two numbers of every rank, in rank order.</summary>
    public static long[] Allgather(Communicator communicator, long first, long second)
    {
        long* mine = stackalloc long[] { first, second };
        var all = new long[2 * communicator.Size];
        fixed (long* receive = all)
            NativeError.Check(NativeMpi.Allgather(communicator.Handle, mine, 2, receive, (int)ElementType.Int64));
        return all;
    }

    /// <summary>The greatest of every rank's numbers, one by one, in place.</summary>
    public static void Max(Communicator communicator, Span<long> values)
    {
        NativeError.Check(NativeMpi.OpBuiltin((int)OperationKind.Max, (int)ElementType.Int64, out long max));
        fixed (long* data = values)
            NativeError.Check(NativeMpi.Allreduce(communicator.Handle, data, data, values.Length, (int)ElementType.Int64, max));
    }

    /// <summary>Every rank's text on rank 0, null elsewhere.</summary>
    public static string[]? Gather(Communicator communicator, string text)
    {
        byte[] mine = Encoding.UTF8.GetBytes(text);
        long[] lengths = Allgather(communicator, mine.Length, 0), counts = new long[communicator.Size], displacements = new long[communicator.Size];
        long total = 0;
        for (int rank = 0; rank < counts.Length; rank++)
        {
            (counts[rank], displacements[rank]) = (lengths[2 * rank], total);
            total += counts[rank];
        }
        var all = new byte[communicator.Rank == 0 ? total : 0];
        fixed (byte* send = mine, receive = all)
        fixed (long* n = counts, d = displacements)
            NativeError.Check(NativeMpi.Gatherv(communicator.Handle, send, mine.Length, receive, n, d, (int)ElementType.UInt8, 0));
        if (communicator.Rank != 0) return null;
        var texts = new string[communicator.Size];
        for (int rank = 0; rank < texts.Length; rank++) texts[rank] = Encoding.UTF8.GetString(all, (int)displacements[rank], (int)counts[rank]);
        return texts;
    }
}
