namespace DistArray;

/// <summary>How elements become a state, states of a rank's parts one, and states of several ranks one.</summary>
/// <typeparam name="TState">What is kept of the elements so far.</typeparam>
internal unsafe interface IReducer<TState> where TState : unmanaged
{
    /// <summary>The state of no elements.</summary>
    TState Identity { get; }

    /// <summary>Whether states are rounded, so that few should be combined one after another.</summary>
    static virtual bool Rounds => false;

    /// <summary>Takes elements into one state.</summary>
    TState Fold(TState state, void* values, nint count);

    /// <summary>Takes each element into a state of its own.</summary>
    void FoldEach(TState* states, void* values, nint count);

    /// <summary>Takes the elements of each row into the same states.</summary>
    /// <param name="states">The states, as many as a row has elements.</param>
    /// <param name="values">The first row.</param>
    /// <param name="count">Number of elements of a row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="rowStride">Distance of rows in bytes.</param>
    void FoldRows(TState* states, void* values, nint count, nint rows, nint rowStride)
    {
        for (nint row = 0; row < rows; row++) FoldEach(states, (byte*)values + (row * rowStride), count);
    }

    /// <summary>The state of the elements of two states.</summary>
    TState Combine(TState first, TState second);

    /// <summary>Combines the states of several ranks, for all of them.</summary>
    void Allreduce(ICommunicator communicator, TState* states, nint count);
}
