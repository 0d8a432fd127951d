namespace DistArray;

public readonly unsafe partial struct LocalView<T>
{
    /// <summary>The rows along the axis whose neighbours lie nearest in memory, in the order of memory. Axes without gaps between are joined.</summary>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public IEnumerable<LocalRow<T>> Rows
    {
        get
        {
            var collector = new RowCollector();
            StridedLoop.Run(ref collector, Shape, sizeof(T), Pointer, Strides);
            return collector.Rows;
        }
    }

    /// <summary>Sets every element.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public void Fill(T value)
    {
        var kernel = new FillKernel<T>(value);
        StridedLoop.Run(ref kernel, Shape, sizeof(T), Pointer, Strides);
        GC.KeepAlive(_owner);
    }

    /// <summary>Copies every element to another view of the same shape, of any strides.</summary>
    /// <param name="destination">Where to; must not overlap these elements in another arrangement.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public void CopyTo(LocalView<T> destination)
    {
        if (!Shape.SequenceEqual(destination.Shape))
            throw new ShapeMismatchException($"CopyTo: local shapes {ShapeText.Of(Shape)} and {ShapeText.Of(destination.Shape)} differ. Slice one of them.");
        var kernel = default(CopyKernel<T>);
        StridedLoop.Run(ref kernel, Shape, sizeof(T), destination.Pointer, destination.Strides, Pointer, Strides);
        GC.KeepAlive(_owner);
        GC.KeepAlive(destination._owner);
    }

    /// <summary>Copies every element in row-major order (last index fastest).</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public T[] ToArray()
    {
        var copy = new T[Size];
        fixed (T* to = copy)
        {
            var kernel = default(CopyKernel<T>);
            StridedLoop.Run(ref kernel, Shape, sizeof(T), to, StridedLayout.Contiguous(Shape, MemoryOrder.RowMajor, out _), Pointer, Strides);
        }
        GC.KeepAlive(_owner);
        return copy;
    }

    private struct RowCollector : IRowKernel
    {
        public readonly List<LocalRow<T>> Rows = [];

        public RowCollector() { }

        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count) => Rows.Add(new LocalRow<T>((T*)p0, s0 / sizeof(T), count));
    }
}
