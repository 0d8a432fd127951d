namespace DistArray;

/// <summary>An array whose elements are distributed over the ranks of a communicator: a <see cref="DistArray.Distribution"/> and this rank's
/// <see cref="LocalBlock{T}"/>.</summary>
/// <typeparam name="T">Type of the elements; one of <see cref="ElementType"/>.</typeparam>
/// <remarks>
/// <para>Members without prefix are about the whole array, <c>Local…</c> ones about this rank's part. What communicates says <b>Collective</b>: every
/// rank of the communicator must call it.</para>
/// <para>The result of an elementwise operation is <b>pending</b>: it has no memory until it is read, and an expression is computed in one pass
/// by whatever reads it first; a second reader makes it keep its elements. Computing is local. A pending array has the values that its operands had when it
/// was built: before an operand is written, the pending arrays that read it are computed. Pointers and spans that were taken before do not announce their writes.</para>
/// </remarks>
public sealed partial class DistArray<T> : IDisposable where T : unmanaged
{
    private readonly bool _ownsMemory;
    private readonly int[]?[]? _picks; // for an axis that is no even cut of the block: which indices of it
    private LocalBlock<T>? _block;     // null while the elements are pending
    private PendingOperation? _pending;
    private bool _isReadOnly;          // a broadcast view, of which several elements share memory
    private bool _disposed;

    private DistArray(Distribution distribution, LocalBlock<T> block, bool ownsMemory, int[]?[]? picks = null)
    {
        Distribution = distribution;
        _block = block;
        _ownsMemory = ownsMemory;
        _picks = picks;
        if (ownsMemory && LeakTracker.IsOn) TrackMemory(block);
    }

    /// <summary>Which rank owns which element.</summary>
    public Distribution Distribution { get; }

    /// <summary>This rank's memory, halo included.</summary>
    /// <exception cref="NotSupportedException">The array is a view whose elements are at no equal distances in memory.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local. Computes a pending array, and counts as a write.</remarks>
    public LocalBlock<T> Block
    {
        get
        {
            LocalBlock<T> block = StridedStorage();
            block.Owner.BeforeWrite();
            return block;
        }
    }

    /// <summary>Type of the elements.</summary>
    public ElementType ElementType { get; } = ElementTypes.Of<T>();

    /// <summary>Number of dimensions.</summary>
    public int NDim => Distribution.NDim;

    /// <summary>Global shape.</summary>
    public ReadOnlySpan<long> Shape => Distribution.Shape;

    /// <summary>Global number of elements.</summary>
    public long Size => Distribution.Size;

    /// <summary>Shape of what this rank owns.</summary>
    public ReadOnlySpan<int> LocalShape => Distribution.LocalShape;

    /// <summary>Which index varies fastest in memory.</summary>
    public MemoryOrder Order => _pending?.Order ?? _block?.Order ?? MemoryOrder.RowMajor;

    /// <summary>Makes an array of memory that exists; nothing is copied.</summary>
    /// <param name="distribution">Which rank owns which element.</param>
    /// <param name="block">This rank's memory, of shape <see cref="Distribution.LocalShapeWithHalo"/>.</param>
    /// <param name="ownsMemory">Whether disposing of the array disposes of the memory; else it is borrowed.</param>
    /// <returns>An array over the same memory.</returns>
    /// <exception cref="ShapeMismatchException">The block has another shape.</exception>
    /// <remarks>Local.</remarks>
    public static DistArray<T> Wrap(Distribution distribution, LocalBlock<T> block, bool ownsMemory = false)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(block);
        if (!block.Shape.SequenceEqual(distribution.LocalShapeWithHalo))
            throw new ShapeMismatchException($"Wrap: the block has the shape {ShapeText.Of(block.Shape)}, but rank {distribution.Communicator.Rank} of {distribution} stores {ShapeText.Of(distribution.LocalShapeWithHalo)}, halo included.");
        return new DistArray<T>(distribution, block, ownsMemory);
    }

    /// <summary>The global indices that this rank owns along an axis.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="InvalidOperationException">They are no range: the axis is cyclic or unstructured.</exception>
    public IndexRange LocalRange(int axis) => Distribution.LocalRange(axis);

    /// <summary>Ends the use of the array; gives its memory back where the array owns it, so that views of it throw from then on.</summary>
    /// <exception cref="InvalidOperationException">The array owns its memory, and something else holds the address: a solver's vector, for one.</exception>
    /// <remarks>Local. Pending arrays that read it are computed before.</remarks>
    public void Dispose()
    {
        if (_disposed) return;
        if (_ownsMemory) _block?.Owner.ThrowIfLent();
        try
        {
            _block?.Owner.BeforeWrite(); // a pending array may read this one by its object, view or not
            _pending?.Readers.Flush();
        }
        finally
        {
            _disposed = true;
            _pending = null;
            if (_ownsMemory) _block?.Owner.Dispose();
        }
    }

    internal static DistArray<T> Allocate(Distribution distribution, MemoryOrder order, bool zero)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        LocalBlock<T> block = HaloMemory.Allocate<T>(distribution, order, zero);
        ArrayScope.Note(block.Owner);
        return new DistArray<T>(distribution, block, ownsMemory: true);
    }

    private static void TrackMemory(LocalBlock<T> block) =>
        block.Owner.Ticket ??= LeakTracker.Track($"array of {ElementTypes.NameOf(block.ElementType)}", block.Owner.Bytes);

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
