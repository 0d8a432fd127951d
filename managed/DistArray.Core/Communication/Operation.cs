namespace DistArray;

/// <summary>An associative reduction of elements, built in or the user's. <see cref="Operation{T}"/> makes them.</summary>
/// <remarks>As <c>MPI_Op</c> (MPI-4.0 section 6.9).</remarks>
public abstract unsafe class Operation
{
    private protected Operation(OperationKind kind, ElementType elementType, bool isCommutative)
    {
        Kind = kind;
        ElementType = elementType;
        IsCommutative = isCommutative;
    }

    /// <summary>Which built-in reduction it is, or <see cref="OperationKind.User"/>.</summary>
    public OperationKind Kind { get; }

    /// <summary>Type of the elements that are combined.</summary>
    public ElementType ElementType { get; }

    /// <summary>Whether the order of the operands does not matter. Ranks are combined in rank order where it does.</summary>
    public bool IsCommutative { get; }

    /// <summary>Combines element by element: <c>inout[i] = op(input[i], inout[i])</c>, the operand of the lower ranks first.</summary>
    /// <param name="input">The operand of the lower ranks, <paramref name="count"/> elements.</param>
    /// <param name="inout">The operand of the higher ranks, and the result.</param>
    /// <param name="count">Number of elements.</param>
    public abstract void Combine(void* input, void* inout, long count);
}
