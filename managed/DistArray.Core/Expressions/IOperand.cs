namespace DistArray;

/// <summary>An array as an operand of an expression, whatever its element type.</summary>
internal interface IOperand
{
    ElementType ElementType { get; }

    Distribution Distribution { get; }

    MemoryOrder Order { get; }

    /// <summary>The operation that is still to be computed, or null where the elements are in memory.</summary>
    PendingOperation? Pending { get; }

    /// <summary>Whether the array is a value that every rank knows, and which.</summary>
    bool TryGetConstant(out FusedConstant value);

    /// <summary>Where the owned elements lie; computes them where they are pending.</summary>
    LocalOperand ReadOperand();

    /// <summary>What keeps the elements alive.</summary>
    MemoryOwner Memory { get; }

    /// <summary>Computes the elements where they are pending. Local.</summary>
    void Evaluate();

    /// <summary>Throws where the array was disposed of.</summary>
    void ThrowIfGone();

    /// <summary>Notes a pending array that reads this one.</summary>
    void AddReader(PendingReader reader);

    /// <summary>The same elements in another distribution of the same shape: the array itself, a view where every rank has what it needs, else a new array by
    /// communication.</summary>
    IOperand Realign(Distribution target, string operation);
}
