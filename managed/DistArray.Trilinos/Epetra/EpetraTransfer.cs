using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>A plan that moves elements between two maps: <see cref="EpetraImport"/> or <see cref="EpetraExport"/>.</summary>
public abstract unsafe class EpetraTransfer : TrilinosObject
{
    private protected EpetraTransfer(EpetraMap source, EpetraMap target) : base(source.Communicator)
    {
        Source = source;
        Target = target;
    }

    /// <summary>The map that elements come from.</summary>
    public EpetraMap Source { get; }

    /// <summary>The map that elements go to.</summary>
    public EpetraMap Target { get; }

    /// <summary>Moves elements from the source map to the target map.</summary>
    /// <param name="source">Elements over <see cref="Source"/>; may share memory with <paramref name="target"/> where the elements lie at the same places and are inserted.</param>
    /// <param name="target">Receives them, over <see cref="Target"/>; elements that no rank has stay.</param>
    /// <param name="mode">What happens to elements that are there.</param>
    /// <exception cref="ArgumentException">A vector has another map, or another number of columns than the other.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> As <c>Import</c> with an import and <c>Export</c> with an export.</remarks>
    public void Forward(EpetraMultiVector source, EpetraMultiVector target, CombineMode mode = CombineMode.Insert)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Check(source, Source, "the plan's source", target, Target, "the plan's target");
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.TransferForward(Handle, source.ForRead(), target.ForWrite(), (int)mode)));
    }

    /// <summary>Moves elements from the target map back to the source map.</summary>
    /// <param name="target">Elements over <see cref="Target"/>.</param>
    /// <param name="source">Receives them, over <see cref="Source"/>.</param>
    /// <param name="mode">What happens to elements that are there.</param>
    /// <exception cref="ArgumentException">A vector has another map, or another number of columns than the other.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> As <c>Export</c> with an import and <c>Import</c> with an export.</remarks>
    public void Reverse(EpetraMultiVector target, EpetraMultiVector source, CombineMode mode = CombineMode.Add)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        Check(target, Target, "the plan's target", source, Source, "the plan's source");
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.TransferReverse(Handle, target.ForRead(), source.ForWrite(), (int)mode)));
    }

    private static void Check(EpetraMultiVector from, EpetraMap fromMap, string fromName, EpetraMultiVector to, EpetraMap toMap, string toName)
    {
        if (from.Columns != to.Columns) throw new ArgumentException($"A transfer goes from {from.Columns} columns to {to.Columns}: both vectors need the same number.");
        VectorCheck.Fits("Transfer", from, fromMap, fromName);
        VectorCheck.Fits("Transfer", to, toMap, toName);
    }
}
