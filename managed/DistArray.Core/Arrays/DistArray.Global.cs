namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>An element, for every rank.</summary>
    /// <param name="indices">Global indices, one each an axis; the same on every rank.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentException">There is not one index each an axis, or one is outside of the array.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> One broadcast of an element, and one all-reduce where an axis is unstructured.</remarks>
    public T GetGlobal(params ReadOnlySpan<long> indices)
    {
        Storage();
        var local = new int[NDim];
        T value = Distribution.GlobalToLocal(indices, local) ? *Address(ReadOperand(), local) : default;
        GC.KeepAlive(this);
        if (Distribution.IsReplicated) return value;
        Distribution.Communicator.Broadcast(ref value, OwnerOf(indices, local));
        return value;
    }

    /// <summary>Sets an element.</summary>
    /// <param name="value">The value; the same on every rank.</param>
    /// <param name="indices">Global indices, one each an axis; the same on every rank.</param>
    /// <exception cref="ArgumentException">There is not one index each an axis, or one is outside of the array.</exception>
    /// <exception cref="InvalidOperationException">This array is read-only: a literal or a broadcast view.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective</b>, though nothing is communicated: the rank that owns the element writes it, every one where all do.</remarks>
    public void SetGlobal(T value, params ReadOnlySpan<long> indices)
    {
        ThrowIfReadOnly();
        Storage();
        var local = new int[NDim];
        if (Distribution.GlobalToLocal(indices, local)) *Address(WriteOperand(), local) = value;
        GC.KeepAlive(this);
    }

    private static T* Address(in LocalOperand operand, ReadOnlySpan<int> local)
    {
        byte* address = (byte*)operand.Pointer;
        for (int axis = 0; axis < local.Length; axis++) address += operand.Tables?[axis] is { } table ? table[local[axis]] : local[axis] * operand.ByteStrides[axis];
        return (T*)address;
    }

    private int OwnerOf(ReadOnlySpan<long> indices, int[] local)
    {
        foreach (DimMap map in Distribution.DimMaps)
        {
            if (map.KnowsOwnPartOnly)
                return Distribution.Communicator.Allreduce(Distribution.GlobalToLocal(indices, local) ? Distribution.Communicator.Rank : -1, Operation<int>.Max);
        }
        return Distribution.PrimaryOwner(indices);
    }
}
