using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A plan that moves elements between two maps: <see cref="TpetraImport"/> or <see cref="TpetraExport"/>.</summary>
public abstract unsafe class TpetraTransfer : TrilinosObject
{
    private protected TpetraTransfer(TpetraMap source, TpetraMap target) : base(source.Communicator)
    {
        Source = source;
        Target = target;
    }

    /// <summary>The map that elements come from.</summary>
    public TpetraMap Source { get; }

    /// <summary>The map that elements go to.</summary>
    public TpetraMap Target { get; }

    /// <summary>Moves elements from the source map to the target map.</summary>
    /// <typeparam name="T">double, int or long.</typeparam>
    /// <param name="source">Elements over <see cref="Source"/>; may share memory with <paramref name="target"/> where the elements lie at the same places and are inserted.</param>
    /// <param name="target">Receives them, over <see cref="Target"/>; elements that no rank has stay.</param>
    /// <param name="mode">What happens to elements that are there.</param>
    /// <exception cref="ArgumentException">A vector has another map, or another number of columns than the other.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> As <c>doImport</c> with an import and <c>doExport</c> with an export.</remarks>
    public void Forward<T>(TpetraMultiVector<T> source, TpetraMultiVector<T> target, CombineMode mode = CombineMode.Insert) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Check(source, Source, "the plan's source", target, Target, "the plan's target");
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.TransferForward(Handle, source.ForRead(), target.ForWrite(), (int)mode)));
    }

    /// <summary>Moves elements from the target map back to the source map.</summary>
    /// <typeparam name="T">double, int or long.</typeparam>
    /// <param name="target">Elements over <see cref="Target"/>.</param>
    /// <param name="source">Receives them, over <see cref="Source"/>.</param>
    /// <param name="mode">What happens to elements that are there.</param>
    /// <exception cref="ArgumentException">A vector has another map, or another number of columns than the other.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> As <c>doExport</c> with an import and <c>doImport</c> with an export.</remarks>
    public void Reverse<T>(TpetraMultiVector<T> target, TpetraMultiVector<T> source, CombineMode mode = CombineMode.Add) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Check(target, Target, "the plan's target", source, Source, "the plan's source");
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.TransferReverse(Handle, target.ForRead(), source.ForWrite(), (int)mode)));
    }

    private static void Check<T>(TpetraMultiVector<T> from, TpetraMap fromMap, string fromName, TpetraMultiVector<T> to, TpetraMap toMap, string toName) where T : unmanaged
    {
        if (from.Columns != to.Columns) throw new ArgumentException($"A transfer goes from {from.Columns} columns to {to.Columns}: both vectors need the same number.");
        VectorCheck.Fits("Transfer", from, fromMap, fromName);
        VectorCheck.Fits("Transfer", to, toMap, toName);
    }
}
