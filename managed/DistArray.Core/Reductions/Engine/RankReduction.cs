namespace DistArray;

/// <summary>Combines the states of several ranks.</summary>
internal static unsafe class RankReduction
{
    /// <summary>Combines states, for every rank. <b>Collective.</b></summary>
    public static void Allreduce<TReducer, TState>(ICommunicator communicator, TReducer reducer, TState* states, nint count) where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        if (TReducer.PackedBytes == 0)
        {
            communicator.Allreduce(states, states, Elements(reducer.Operation, sizeof(TState), count), reducer.Operation);
            return;
        }
        using var packed = new StateBuffer<byte>(count * TReducer.PackedBytes);
        reducer.Pack(states, packed.Pointer, count);
        communicator.Allreduce(packed.Pointer, packed.Pointer, Elements(reducer.Operation, TReducer.PackedBytes, count), reducer.Operation);
        reducer.Unpack(packed.Pointer, states, count);
    }

    /// <summary>Combines the states of the ranks below this one; the identity on rank 0. <b>Collective.</b></summary>
    public static void ExclusiveScan<TReducer, TState>(ICommunicator communicator, TReducer reducer, TState* states, nint count) where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        int bytes = TReducer.PackedBytes == 0 ? sizeof(TState) : TReducer.PackedBytes;
        using var packed = new StateBuffer<byte>(count * bytes);
        if (TReducer.PackedBytes == 0) Buffer.MemoryCopy(states, packed.Pointer, packed.Count, packed.Count);
        else reducer.Pack(states, packed.Pointer, count);
        communicator.ExclusiveScan(packed.Pointer, packed.Pointer, Elements(reducer.Operation, bytes, count), reducer.Operation);
        if (communicator.Rank == 0)
        {
            for (nint i = 0; i < count; i++) states[i] = reducer.Identity;
        }
        else if (TReducer.PackedBytes == 0) Buffer.MemoryCopy(packed.Pointer, states, packed.Count, packed.Count);
        else reducer.Unpack(packed.Pointer, states, count);
    }

    /// <summary>Starts to combine a state, for every rank. <b>Collective.</b></summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="reducer">How to combine.</param>
    /// <param name="state">This rank's state.</param>
    /// <param name="finish">Makes the result of the state of all.</param>
    public static ReductionRequest<TResult> Begin<TReducer, TState, TResult>(ICommunicator communicator, TReducer reducer, TState state, Func<TState, TResult> finish)
        where TReducer : struct, IReducer<TState> where TState : unmanaged where TResult : unmanaged
    {
        int bytes = TReducer.PackedBytes == 0 ? sizeof(TState) : TReducer.PackedBytes;
        var buffer = new StateBuffer<byte>(bytes);
        if (TReducer.PackedBytes == 0) *(TState*)buffer.Pointer = state;
        else reducer.Pack(&state, buffer.Pointer, 1);
        Request request = communicator.ImmediateAllreduce(buffer.Pointer, buffer.Pointer, Elements(reducer.Operation, bytes, 1), reducer.Operation);
        return new ReductionRequest<TResult>(request, () =>
        {
            TState combined;
            if (TReducer.PackedBytes == 0) combined = *(TState*)buffer.Pointer;
            else reducer.Unpack(buffer.Pointer, &combined, 1);
            buffer.Dispose();
            return finish(combined);
        });
    }

    private static long Elements(Operation operation, int bytes, nint count) => (long)count * bytes / ElementTypes.SizeOf(operation.ElementType);
}
