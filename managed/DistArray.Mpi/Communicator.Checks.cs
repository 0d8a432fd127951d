using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DistArray.Mpi;

// Arguments are checked here, before anything is communicated; the texts are made out of line.
public sealed unsafe partial class Communicator
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CheckBuffer(void* buffer, long count, string name)
    {
        if (count < 0 || (buffer is null && count > 0))
            ThrowBuffer(count, name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckDestination(int destination, int tag)
    {
        if ((uint)destination >= (uint)Size || tag < 0)
            ThrowPeer(nameof(destination), destination, tag, "");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckSource(int source, int tag)
    {
        if ((source != ICommunicator.AnySource && (uint)source >= (uint)Size) || tag < ICommunicator.AnyTag)
            ThrowPeer(nameof(source), source, tag, ", or AnySource and AnyTag (-1)");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckRoot(int root)
    {
        if ((uint)root >= (uint)Size)
            throw new ArgumentOutOfRangeException(nameof(root), root, $"There is no root rank {root}: this communicator has {Size}. Use 0 to {Size - 1}.");
    }

    private void CheckParts(void* buffer, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, string name)
    {
        if (counts.Length != Size || displacements.Length != Size)
            throw new ArgumentException($"There are {counts.Length} counts and {displacements.Length} displacements for {Size} ranks. Give one of each for every rank.", name);
        for (int rank = 0; rank < Size; rank++)
        {
            CheckBuffer(buffer, counts[rank], name);
            if (displacements[rank] < 0)
                throw new ArgumentOutOfRangeException(name, displacements[rank], $"The displacement of rank {rank} is {displacements[rank]}. It must be 0 or more.");
        }
    }

    private void CheckOwn(long count, long listed)
    {
        if (count != listed)
            throw new ArgumentException($"This rank has {count} elements, but the counts say {listed} for rank {Rank}. They must be the same.");
    }

    [DoesNotReturn]
    private static void ThrowBuffer(long count, string name)
    {
        if (count < 0)
            throw new ArgumentOutOfRangeException(name, count, $"The count of {name} is {count}. It must be 0 or more.");
        throw new ArgumentNullException(name, $"The buffer is null, but {count} elements were asked for.");
    }

    [DoesNotReturn]
    private void ThrowPeer(string name, int rank, int tag, string wildcards)
    {
        if (tag < 0)
            throw new ArgumentOutOfRangeException(nameof(tag), tag, $"The tag is {tag}. It must be 0 or more{wildcards}.");
        throw new ArgumentOutOfRangeException(name, rank, $"There is no rank {rank}: this communicator has {Size}. Use 0 to {Size - 1}{wildcards}.");
    }
}
