using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>The memory of a rank's part of an array, halo included: address, shape, strides, and what keeps it alive.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed unsafe class LocalBlock<T> where T : unmanaged
{
    private readonly T* _pointer;
    private readonly int[] _shape;
    private readonly long[] _strides;

    /// <summary>Describes memory; nothing is copied.</summary>
    /// <param name="pointer">Address of the element with all indices 0.</param>
    /// <param name="shape">Number of elements along each axis.</param>
    /// <param name="strides">Distance of neighbours along each axis in elements, of any sign.</param>
    /// <param name="owner">What keeps the memory alive.</param>
    /// <exception cref="ArgumentException">Elements would lie outside of the owner's memory.</exception>
    public LocalBlock(T* pointer, ReadOnlySpan<int> shape, ReadOnlySpan<long> strides, MemoryOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (shape.Length != strides.Length) throw new ArgumentException($"There are {strides.Length} strides for {shape.Length} axes. Give one each an axis.", nameof(strides));
        foreach (int extent in shape) ArgumentOutOfRangeException.ThrowIfNegative(extent, nameof(shape));
        _pointer = pointer;
        _shape = shape.ToArray();
        _strides = strides.ToArray();
        Owner = owner;
        ElementType = ElementTypes.Of<T>();
        CheckBounds();
        Order = StridedLayout.OrderOf(_shape, _strides);
    }

    /// <summary>Type of the elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>Number of dimensions.</summary>
    public int NDim => _shape.Length;

    /// <summary>Number of elements along each axis.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Distance of neighbours along each axis in elements.</summary>
    public ReadOnlySpan<long> Strides => _strides;

    /// <summary>Which index varies fastest; row-major where both would do.</summary>
    public MemoryOrder Order { get; }

    /// <summary>What keeps the memory alive.</summary>
    public MemoryOwner Owner { get; }

    /// <summary>Address of the element with all indices 0.</summary>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public T* Pointer
    {
        get
        {
            Owner.ThrowIfInvalid();
            return _pointer;
        }
    }

    /// <summary>The block as a view.</summary>
    public LocalView<T> View => new(_pointer, _shape, _strides, Owner);

    /// <summary>Takes memory from the pool.</summary>
    /// <param name="shape">Number of elements along each axis.</param>
    /// <param name="order">Which index varies fastest.</param>
    /// <param name="zero">Whether to set all elements to 0; else they are arbitrary.</param>
    /// <returns>A new block that owns its memory.</returns>
    public static LocalBlock<T> Allocate(ReadOnlySpan<int> shape, MemoryOrder order = MemoryOrder.RowMajor, bool zero = true)
    {
        long[] strides = StridedLayout.Contiguous(shape, order, out long size);
        ElementTypes.Of<T>();
        var owner = new PooledMemory(checked(size * sizeof(T)));
        if (zero) NativeMemory.Clear(owner.Pointer, (nuint)owner.Bytes);
        return new LocalBlock<T>((T*)owner.Pointer, shape, strides, owner);
    }

    /// <summary>Shares the memory of a managed array, which is pinned.</summary>
    /// <param name="array">The elements.</param>
    /// <param name="shape">Number of elements along each axis; their product is the length of the array.</param>
    /// <param name="order">Which index varies fastest.</param>
    /// <exception cref="ArgumentException">The array has another length.</exception>
    public static LocalBlock<T> FromArray(T[] array, ReadOnlySpan<int> shape, MemoryOrder order = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(array);
        long[] strides = StridedLayout.Contiguous(shape, order, out long size);
        if (size != array.Length) throw new ShapeMismatchException($"FromArray: an array of {array.Length} elements has not the shape {ShapeText.Of(shape)} of {size}.");
        var owner = new PinnedMemory<T>(array);
        return new LocalBlock<T>((T*)owner.Pointer, shape, strides, owner);
    }

    /// <summary>The block of a rank that owns nothing; without axes it has a place for one element that nobody reads.</summary>
    internal static LocalBlock<T> Nowhere(ReadOnlySpan<int> shape) => Allocate(shape);

    private void CheckBounds()
    {
        if (_shape.Contains(0)) return;
        long low = 0, high = 0;
        for (int axis = 0; axis < NDim; axis++)
        {
            long reach = checked((_shape[axis] - 1) * _strides[axis]);
            low += Math.Min(reach, 0);
            high += Math.Max(reach, 0);
        }
        long begin = ((nint)_pointer - (nint)Owner.Pointer) + checked(low * sizeof(T)), end = ((nint)_pointer - (nint)Owner.Pointer) + checked((high + 1) * sizeof(T));
        if (begin < 0 || end > Owner.Bytes)
            throw new ArgumentException($"A block of shape {ShapeText.Of<int>(_shape)} and strides {ShapeText.Of<long>(_strides)} covers bytes {begin} to {end} of memory that has {Owner.Bytes}.");
    }
}
