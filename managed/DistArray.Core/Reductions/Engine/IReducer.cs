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

    /// <summary>How the numbers that states are sent as are combined.</summary>
    Operation Operation { get; }

    /// <summary>Bytes that a state is sent as; 0 where it is sent as it is.</summary>
    static virtual int PackedBytes => 0;

    /// <summary>Writes states as they are sent.</summary>
    void Pack(TState* states, void* packed, nint count) { }

    /// <summary>Reads states that were combined.</summary>
    void Unpack(void* packed, TState* states, nint count) { }
}
