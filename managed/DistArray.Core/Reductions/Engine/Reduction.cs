namespace DistArray;

/// <summary>Reduces distributed arrays.</summary>
internal static unsafe class Reduction
{
    /// <summary>The state of all elements, the same on every rank.</summary>
    /// <remarks><b>Collective</b> over the communicator of the input, unless every rank has all elements.</remarks>
    public static TState All<TReducer, TState>(ReductionInput input, TReducer reducer) where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        TState state = Local<TReducer, TState>(input, reducer);
        if (!input.Distribution.IsReplicated) RankReduction.Allreduce(input.Distribution.Communicator, reducer, &state, 1);
        return state;
    }

    /// <summary>Starts to combine the state of all elements.</summary>
    /// <remarks><b>Collective</b> over the communicator of the input, unless every rank has all elements.</remarks>
    public static ReductionRequest<TResult> Begin<TReducer, TState, TResult>(ReductionInput input, TReducer reducer, Func<TState, TResult> finish)
        where TReducer : struct, IReducer<TState> where TState : unmanaged where TResult : unmanaged
    {
        TState state = Local<TReducer, TState>(input, reducer);
        return input.Distribution.IsReplicated
            ? new ReductionRequest<TResult>(null, () => finish(state))
            : RankReduction.Begin(input.Distribution.Communicator, reducer, state, finish);
    }

    /// <summary>The state of the elements that this rank brings to that of all.</summary>
    public static TState Local<TReducer, TState>(ReductionInput input, TReducer reducer) where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        TState state = reducer.Identity;
        if (input.Counts) LocalReduction.Run(input.Expression, new long[input.Distribution.NDim], reducer, &state, 1);
        return state;
    }

    /// <summary>The states along axes, of this rank's results.</summary>
    /// <remarks><b>Collective</b> over the communicator of the input where a reduced axis is divided.</remarks>
    public static StateBuffer<TState> Along<TReducer, TState>(ReductionInput input, ReductionAxes axes, TReducer reducer)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        ICommunicator? ranks = AxisCommunicators.Along(input.Distribution, axes.IsReduced);
        var states = new StateBuffer<TState>(axes.LocalCells, input.Order);
        if (input.Distribution.LocalSize > 0) LocalReduction.Run(input.Expression, axes.Strides(input.Order, sizeof(TState)), reducer, states.Pointer, states.Count);
        else states.Fill(reducer.Identity);
        if (states.Count == 0 || ranks is null) return states;
        states = states.ToRowMajor(axes);
        RankReduction.Allreduce(ranks, reducer, states.Pointer, (nint)states.Count);
        return states;
    }
}
