using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>What programs call of a communicator: values, spans and memory of any element type, under MPI.NET's names.</summary>
/// <remarks>Lengths of spans are checked against each other and against the number of ranks before anything is communicated. Arrays can be
/// given where spans are asked for.</remarks>
public static unsafe partial class CommunicatorExtensions
{
    /// <summary>Throws on every rank if any rank brings an exception; so that an error found on one rank does not leave the others waiting.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="mine">What went wrong on this rank, or null.</param>
    /// <exception cref="RankFailedException">A rank brought an exception; names the lowest such rank and its text, on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer where all is well.</remarks>
    public static void ThrowIfAny(this ICommunicator communicator, Exception? mine)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        int lowest = communicator.Allreduce(mine is null ? communicator.Size : communicator.Rank, Operation<int>.Min);
        if (lowest == communicator.Size) return;
        string text = communicator.Broadcast(communicator.Rank == lowest ? $"{mine!.GetType().Name}: {mine.Message}" : null, lowest)!;
        throw new RankFailedException(lowest, text, mine);
    }

    private static long[] Prefix(ReadOnlySpan<long> counts, out long total)
    {
        var displacements = new long[counts.Length];
        total = 0;
        for (int r = 0; r < counts.Length; r++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(counts[r], nameof(counts));
            displacements[r] = total;
            total = checked(total + counts[r]);
        }
        return displacements;
    }

    private static long[] Widen(ReadOnlySpan<int> counts)
    {
        var wide = new long[counts.Length];
        for (int r = 0; r < counts.Length; r++) wide[r] = counts[r];
        return wide;
    }

    private static void CheckRoot(ICommunicator communicator, int root)
    {
        if ((uint)root >= (uint)communicator.Size)
            throw new ArgumentOutOfRangeException(nameof(root), root, $"There is no root rank {root}: the communicator has {communicator.Size}. Use 0 to {communicator.Size - 1}.");
    }

    private static void CheckCounts(ICommunicator communicator, int length, string name)
    {
        if (length != communicator.Size)
            throw new ArgumentException($"There are {length} counts for {communicator.Size} ranks. Give one count each a rank.", name);
    }

    private static void CheckLength(long length, long needed, string name, [CallerMemberName] string caller = "")
    {
        if (length != needed)
            throw new ArgumentException($"{caller}: '{name}' has {length} elements, but {needed} are needed. Pass a span of that length.", name);
    }

    private static int Part(ICommunicator communicator, int length, string name, [CallerMemberName] string caller = "")
    {
        if (length % communicator.Size != 0)
            throw new ArgumentException($"{caller}: {length} elements of '{name}' do not divide into {communicator.Size} equal parts. Use the form with counts.", name);
        return length / communicator.Size;
    }
}
