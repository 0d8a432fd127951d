namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>Writes the elements of another array into this one.</summary>
    /// <param name="source">Where from: of any distribution and memory order, of a shape that broadcasts to this one; pending elements are computed straight into
    /// this array. A scalar or a local array is one that every rank gives alike.</param>
    /// <exception cref="ShapeMismatchException">The shape of the source does not broadcast to that of this array.</exception>
    /// <exception cref="DistributionMismatchException">The arrays live on different communicators.</exception>
    /// <exception cref="InvalidOperationException">This array is read-only: a broadcast view, of which several elements share memory.</exception>
    /// <exception cref="ObjectDisposedException">An array or its memory is gone.</exception>
    /// <remarks>Local where the distributions agree, else <b>Collective</b>: a redistribution of the source. The halo stays as it is. Memory of the source that
    /// overlaps this array's is read as it was before. As numpy.copyto.</remarks>
    public void Assign(DistArray<T> source) => Assign(source, ExchangeOptions.Default);

    /// <summary>As <see cref="Assign(DistArray{T})"/>.</summary>
    internal void Assign(DistArray<T> source, ExchangeOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ThrowIfDisposed();
        ThrowIfReadOnly();
        source = WithoutLeadingOnes(source);
        CheckBroadcasts("Assign", source);
        Evaluate();
        if (MustMove(source))
        {
            AlignmentLog.Note("Assign", source.Distribution, Distribution);
            Redistribution.Copy(source.Evaluate(), this, "Assign", options);
            return;
        }
        DistArray<T> aligned = source.Realign(Alignment.Needed(Distribution, source.Shape), "Assign");
        Store(aligned.FuseOver(Distribution));
    }

    // What is decided depends on shapes and distributions alone, and so is the same on every rank.
    private bool MustMove(DistArray<T> source) => !source.Distribution.IsLiteral && !source.Distribution.IsReplicated && source.Shape.SequenceEqual(Shape)
        && source.Distribution != Distribution && Distribution.Communicator.IsCongruentTo(source.Distribution.Communicator);

    /// <summary>Writes the elements of another array where a mask is true.</summary>
    internal void Assign(DistArray<T> source, DistArray<bool> where)
    {
        ThrowIfReadOnly();
        CheckBroadcasts("Assign", source);
        Assign(ElementwiseCall.Ternary<bool, T, T, T>(Ufunc.Where, where, source, this, null, null));
    }

    private void Store(FusedExpression expression)
    {
        LocalOperand destination = WriteOperand();
        if (!Overlap.IsHarmful(expression, destination, sizeof(T)))
        {
            Run(expression, destination);
            return;
        }
        LocalBlock<T> aside = LocalBlock<T>.Allocate(LocalShape, Order, zero: false);
        long[] strides = new long[NDim];
        for (int axis = 0; axis < NDim; axis++) strides[axis] = aside.Strides[axis] * sizeof(T);
        var operand = new LocalOperand((nint)aside.Pointer, strides);
        Run(expression, operand);
        Run(new FusedExpression(new FusedProgram([ElementType], [], []), expression.Shape, [operand], [], aside), destination);
        aside.Owner.Dispose();
    }

    // More axes than this array has may be there if they have one element each.
    private DistArray<T> WithoutLeadingOnes(DistArray<T> source)
    {
        while (source.NDim > NDim && source.Shape[0] == 1) source = source.RemoveAxis(0);
        return source;
    }

    private void CheckBroadcasts(string operation, DistArray<T> source)
    {
        if (source._isLiteral || source.Shape.SequenceEqual(Shape)) return;
        if (!Alignment.Broadcast(operation, Shape, source.Shape).AsSpan().SequenceEqual(Shape))
            throw new ShapeMismatchException($"{operation}: shape {ShapeText.Of(source.Shape)} does not broadcast to {ShapeText.Of(Shape)}. Reshape or slice one of them.");
    }

    internal void CheckWritable()
    {
        ThrowIfDisposed();
        ThrowIfReadOnly();
    }

    private void ThrowIfReadOnly()
    {
        if (_isLiteral) throw new InvalidOperationException("Assign: a literal has no elements to write. Make an array.");
        if (_isReadOnly) throw new InvalidOperationException("Assign: a broadcast view is read-only, since several of its elements share memory. Write to a Copy().");
    }
}
