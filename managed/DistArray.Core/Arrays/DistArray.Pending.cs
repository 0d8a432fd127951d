namespace DistArray;

public sealed partial class DistArray<T> : IOperand
{
    private DistArray(PendingOperation pending)
    {
        Distribution = pending.Distribution;
        _pending = pending;
        _ownsMemory = true;
        var reader = new PendingReader(this);
        ((IOperand)pending.X).AddReader(reader);
        pending.Y?.AddReader(reader);
        pending.Z?.AddReader(reader);
    }

    /// <summary>Whether the elements are still to be computed.</summary>
    public bool IsPending => _pending is not null;

    PendingOperation? IOperand.Pending => _pending;

    MemoryOwner IOperand.Memory => Storage().Owner;

    /// <summary>Computes the elements where they are pending, and keeps them.</summary>
    /// <returns>The array itself.</returns>
    /// <exception cref="ObjectDisposedException">The array or an operand's memory is gone.</exception>
    /// <remarks>Local.</remarks>
    public DistArray<T> Evaluate()
    {
        bool makes = IsPending;
        Compute();
        if (makes && LeakTracker.IsOn) TrackMemory(_block!);
        return this;
    }

    // What the library computes for itself, since an operand is about to change, is not the program's to dispose of.
    void IOperand.Evaluate() => Compute();

    private void Compute()
    {
        ThrowIfDisposed();
        if (_pending is not { } pending) return;
        FusedExpression expression = Fusing.Fuse(pending);
        LocalBlock<T> block = HaloMemory.Allocate<T>(Distribution, pending.Order, zero: Distribution.HasHalo);
        ArrayScope.Note(block.Owner);
        Run(expression, Operand(block));
        block.Owner.Readers = pending.Readers;
        _block = block;
        _pending = null;
    }

    void IOperand.ThrowIfGone()
    {
        ThrowIfDisposed();
        _block?.Owner.ThrowIfInvalid();
    }

    void IOperand.AddReader(PendingReader reader)
    {
        if (_pending is not null) _pending.Readers.Add(reader);
        else _block?.Owner.AddReader(reader);
    }

    bool IOperand.TryGetConstant(out FusedConstant value)
    {
        value = _literal;
        return _isLiteral;
    }

    IOperand IOperand.Realign(Distribution target, string operation) => Realign(target, operation);

    internal static DistArray<T> Of(PendingOperation pending) => new(pending);

    /// <summary>The same elements in another distribution of the same shape.</summary>
    internal DistArray<T> Realign(Distribution target, string operation)
    {
        if (_isLiteral || ReferenceEquals(target, Distribution) || target == Distribution) return this;
        if (Distribution.IsLiteral || Distribution.IsReplicated) return PickLocal(target);
        if (!Distribution.Communicator.IsCongruentTo(target.Communicator)) throw new DistributionMismatchException(operation, Distribution, target);
        AlignmentLog.Note(operation, Distribution, target);
        MemoryOrder order = Order;
        Evaluate();
        DistArray<T> moved = Allocate(target, order, zero: target.HasHalo);
        moved._block!.Owner.Ticket?.Dispose(); // the library's own
        Redistribution.Copy(this, moved, operation);
        return moved;
    }

    // The elements as a program for a reader: the second one makes a pending array keep them.
    private FusedExpression FuseOnce()
    {
        ThrowIfDisposed();
        if (_pending is { } pending && ++pending.Reads > 1) Evaluate();
        return _pending is null ? Fusing.Fuse(this, Distribution) : Fusing.Fuse(_pending);
    }

    private void Run(FusedExpression expression, LocalOperand destination)
    {
        if (Distribution.LocalSize == 0) expression.WithGhosts();
        else if (expression.Reads.Length == 0) FusedEvaluation.Store(expression.Program, expression.Shape, destination, expression.Inputs, expression.Constants);
        else InteriorFirst.Store(expression, destination);
        GC.KeepAlive(expression.KeepAlive);
        GC.KeepAlive(this);
    }
}
