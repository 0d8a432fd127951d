namespace DistArray;

/// <summary>An array whose elements are distributed over the ranks of a communicator: a <see cref="DistArray.Distribution"/> and this rank's
/// <see cref="LocalBlock{T}"/>.</summary>
/// <typeparam name="T">Type of the elements; one of <see cref="ElementType"/>.</typeparam>
/// <remarks>Members without prefix are about the whole array, <c>Local…</c> ones about this rank's part. What communicates says <b>Collective</b>: every
/// rank of the communicator must call it.</remarks>
public sealed partial class DistArray<T> : IDisposable where T : unmanaged
{
    private readonly bool _ownsMemory;
    private bool _disposed;

    private DistArray(Distribution distribution, LocalBlock<T> block, bool ownsMemory)
    {
        Distribution = distribution;
        Block = block;
        _ownsMemory = ownsMemory;
    }

    /// <summary>Which rank owns which element.</summary>
    public Distribution Distribution { get; }

    /// <summary>This rank's memory, halo included.</summary>
    public LocalBlock<T> Block { get; }

    /// <summary>Type of the elements.</summary>
    public ElementType ElementType => Block.ElementType;

    /// <summary>Number of dimensions.</summary>
    public int NDim => Distribution.NDim;

    /// <summary>Global shape.</summary>
    public ReadOnlySpan<long> Shape => Distribution.Shape;

    /// <summary>Global number of elements.</summary>
    public long Size => Distribution.Size;

    /// <summary>Shape of what this rank owns.</summary>
    public ReadOnlySpan<int> LocalShape => Distribution.LocalShape;

    /// <summary>Which index varies fastest in memory.</summary>
    public MemoryOrder Order => Block.Order;

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

    /// <summary>The array with its axes in the opposite order.</summary>
    /// <returns>A view; every rank keeps what it owns. As numpy.transpose(a).</returns>
    /// <remarks>Local.</remarks>
    public unsafe DistArray<T> Transpose()
    {
        ThrowIfDisposed();
        int[] shape = Block.Shape.ToArray();
        long[] strides = Block.Strides.ToArray();
        Array.Reverse(shape);
        Array.Reverse(strides);
        return new DistArray<T>(Distribution.Transpose(), new LocalBlock<T>(Block.Pointer, shape, strides, Block.Owner), ownsMemory: false);
    }

    /// <summary>Ends the use of the array; gives its memory back where the array owns it, so that views of it throw from then on.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        if (_ownsMemory) Block.Owner.Dispose();
    }

    internal static DistArray<T> Allocate(Distribution distribution, MemoryOrder order, bool zero)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return new DistArray<T>(distribution, HaloMemory.Allocate<T>(distribution, order, zero), ownsMemory: true);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}
