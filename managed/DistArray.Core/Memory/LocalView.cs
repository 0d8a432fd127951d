namespace DistArray;

/// <summary>Elements in this rank's memory: address, shape and strides of any sign. The currency of kernels; a view, never a copy.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <remarks>Every access first asks whether the memory is still there. Loops that are to be fast go over <see cref="Rows"/>.</remarks>
public readonly unsafe partial struct LocalView<T> where T : unmanaged
{
    private readonly T* _pointer;
    private readonly int[]? _shape;
    private readonly long[]? _strides;
    private readonly MemoryOwner? _owner;

    internal LocalView(T* pointer, int[] shape, long[] strides, MemoryOwner owner)
    {
        _pointer = pointer;
        _shape = shape;
        _strides = strides;
        _owner = owner;
    }

    /// <summary>Describes memory of somebody else, of elements of any type; nothing is copied.</summary>
    /// <param name="pointer">Address of the element with all indices 0.</param>
    /// <param name="shape">Number of elements along each axis.</param>
    /// <param name="strides">Distance of neighbours along each axis in elements, of any sign.</param>
    /// <param name="owner">What keeps the memory alive.</param>
    /// <exception cref="ArgumentException">There are more strides than axes, or fewer.</exception>
    public LocalView(T* pointer, ReadOnlySpan<int> shape, ReadOnlySpan<long> strides, MemoryOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (shape.Length != strides.Length) throw new ArgumentException($"There are {strides.Length} strides for {shape.Length} axes. Give one each an axis.", nameof(strides));
        _pointer = pointer;
        _shape = shape.ToArray();
        _strides = strides.ToArray();
        _owner = owner;
    }

    /// <summary>Number of dimensions.</summary>
    public int NDim => _shape?.Length ?? 1;

    /// <summary>Number of elements along each axis.</summary>
    public ReadOnlySpan<int> Shape => _shape ?? [0];

    /// <summary>Distance of neighbours along each axis in elements.</summary>
    public ReadOnlySpan<long> Strides => _strides ?? [1];

    /// <summary>Number of elements.</summary>
    public long Size => StridedLayout.Size(Shape);

    /// <summary>Whether the elements lie without gaps in row-major or column-major order, so that <see cref="Span"/> can show them.</summary>
    public bool IsContiguous => IsContiguousIn(MemoryOrder.RowMajor) || IsContiguousIn(MemoryOrder.ColumnMajor);

    /// <summary>Address of the element with all indices 0.</summary>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public T* Pointer
    {
        get
        {
            _owner?.ThrowIfInvalid();
            return _pointer;
        }
    }

    /// <summary>The elements in the order of memory.</summary>
    /// <exception cref="InvalidOperationException">They do not lie without gaps, or are more than a span can hold.</exception>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public Span<T> Span => !IsContiguous
        ? throw new InvalidOperationException($"Elements of shape {ShapeText.Of(Shape)} with strides {ShapeText.Of(Strides)} do not lie without gaps. Go over Rows, or take a copy with ToArray.")
        : Size > int.MaxValue
            ? throw new InvalidOperationException($"{Size} elements are more than a span can hold. Go over Rows.")
            : new Span<T>(Pointer, (int)Size);

    /// <summary>An element of a view of one dimension.</summary>
    /// <param name="index">Local index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[int index] => ref At([index]);

    /// <summary>An element of a view of two dimensions.</summary>
    /// <param name="i">First local index.</param>
    /// <param name="j">Second local index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[int i, int j] => ref At([i, j]);

    /// <summary>An element of a view of three dimensions.</summary>
    /// <param name="i">First local index.</param>
    /// <param name="j">Second local index.</param>
    /// <param name="k">Third local index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[int i, int j, int k] => ref At([i, j, k]);

    /// <summary>An element.</summary>
    /// <param name="indices">Local indices, one each an axis.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[scoped ReadOnlySpan<int> indices] => ref At(indices);

    /// <summary>Whether the elements lie without gaps in an order.</summary>
    /// <param name="order">Which index varies fastest.</param>
    public bool IsContiguousIn(MemoryOrder order) => StridedLayout.IsContiguous(Shape, Strides, order);

    /// <summary>Every step-th element of a range along an axis.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <param name="start">First index.</param>
    /// <param name="length">Number of elements.</param>
    /// <param name="step">Step, not 0; negative to go backwards from <paramref name="start"/>.</param>
    /// <returns>A view of as many dimensions.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie inside of the axis.</exception>
    public LocalView<T> Slice(int axis, int start, int length, int step = 1)
    {
        AxisOutOfRangeException.Check(axis, NDim);
        ArgumentOutOfRangeException.ThrowIfZero(step);
        long last = start + ((length - 1L) * step);
        if (length < 0 || start < 0 || (length > 0 && ((uint)start >= (uint)Shape[axis] || (ulong)last >= (ulong)Shape[axis])) || start > Shape[axis])
            throw new ArgumentOutOfRangeException(nameof(start), $"{length} indices from {start} in steps of {step} are outside of axis {axis}, which has {Shape[axis]}.");
        int[] shape = Shape.ToArray();
        long[] strides = Strides.ToArray();
        shape[axis] = length;
        T* pointer = length == 0 ? _pointer : _pointer + (start * strides[axis]);
        strides[axis] *= step;
        return new LocalView<T>(pointer, shape, strides, _owner!);
    }

    /// <summary>The elements with one index along an axis.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <param name="index">Local index.</param>
    /// <returns>A view of one dimension less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside of the axis.</exception>
    public LocalView<T> Select(int axis, int index)
    {
        LocalView<T> slice = Slice(axis, index, 1);
        return new LocalView<T>(slice._pointer, [.. slice._shape![..axis], .. slice._shape[(axis + 1)..]], [.. slice._strides![..axis], .. slice._strides[(axis + 1)..]], _owner!);
    }

    /// <summary>The elements with the axes in the opposite order.</summary>
    /// <returns>A view.</returns>
    public LocalView<T> Transpose()
    {
        int[] shape = Shape.ToArray();
        long[] strides = Strides.ToArray();
        Array.Reverse(shape);
        Array.Reverse(strides);
        return new LocalView<T>(_pointer, shape, strides, _owner!);
    }

    /// <summary>What keeps the memory alive; null where there is none.</summary>
    public MemoryOwner? Owner => _owner;

    /// <summary>Says that somebody else is about to write elements, such as foreign code: pending arrays that read the memory compute theirs before.</summary>
    /// <remarks>Local.</remarks>
    public void BeforeWrite() => _owner?.BeforeWrite();

    internal LocalBlock<T> ToBlock() => new(Pointer, Shape, Strides, _owner!);

    private ref T At(scoped ReadOnlySpan<int> indices)
    {
        if (indices.Length != NDim) throw new IndexOutOfRangeException($"There are {indices.Length} indices for {NDim} axes. Give one each an axis.");
        long offset = 0;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            if ((uint)indices[axis] >= (uint)Shape[axis])
                throw new IndexOutOfRangeException($"Index {indices[axis]} is outside of axis {axis} of local shape {ShapeText.Of(Shape)}.");
            offset += indices[axis] * Strides[axis];
        }
        return ref Pointer[offset];
    }
}
