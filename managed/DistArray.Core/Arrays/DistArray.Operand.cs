namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    private LocalOperand? _operand; // of memory that stays where it is

    LocalOperand IOperand.ReadOperand() => ReadOperand();

    /// <summary>Where the owned elements lie, for reading.</summary>
    internal LocalOperand ReadOperand()
    {
        LocalBlock<T> block = Storage();
        return _operand ??= Operand(block);
    }

    /// <summary>Where the owned elements lie, for writing: pending arrays that read them are computed before.</summary>
    internal LocalOperand WriteOperand()
    {
        LocalBlock<T> block = Storage();
        block.Owner.BeforeWrite();
        return _operand ??= Operand(block);
    }

    /// <summary>The owned elements as a program: a pending array is computed by whoever runs it, and kept only if it was read before.</summary>
    /// <remarks>Local. Ask <see cref="Distribution.LocalSize"/> first where the array may have no axes: a rank that is no member owns nothing then.</remarks>
    internal FusedExpression Fuse() => FuseOnce().WithGhosts();

    /// <summary>The owned elements as a program, spread over a distribution with which they are aligned. Whoever runs it waits for the ghosts that it reads.</summary>
    internal FusedExpression FuseOver(Distribution distribution) => _isLiteral || !Shape.SequenceEqual(distribution.Shape) ? Fusing.Fuse(this, distribution) : FuseOnce();

    // The block with its elements, whether or not a view can show them.
    private LocalBlock<T> Storage()
    {
        Evaluate();
        _block ??= LiteralBlock();
        _block.Owner.ThrowIfInvalid();
        return _block;
    }

    private LocalBlock<T> StridedStorage() => _picks is null
        ? Storage()
        : throw new NotSupportedException($"The elements that rank {Distribution.Communicator.Rank} owns of this view, {Distribution}, are at no equal distances in memory. Take a Copy().");

    private LocalOperand Operand(LocalBlock<T> block)
    {
        T* pointer = block.Pointer;
        var strides = new long[NDim];
        long[]?[]? tables = null;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = block.Strides[axis] * sizeof(T);
            pointer += Distribution.HaloLow[axis] * block.Strides[axis];
            if (_picks?[axis] is not { } pick) continue;
            tables ??= new long[]?[NDim];
            long stride = strides[axis];
            tables[axis] = Array.ConvertAll(pick, local => local * stride);
        }
        return new LocalOperand((nint)pointer, strides, tables);
    }
}
