namespace DistArray;

public readonly unsafe partial struct LocalView<T>
{
    /// <summary>The rows along the axis whose neighbours lie nearest in memory, in the order of memory. Axes without gaps between are joined.</summary>
    /// <remarks>The memory stays alive while the rows are gone over.</remarks>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public IEnumerable<LocalRow<T>> Rows
    {
        get
        {
            var collector = new RowCollector();
            StridedLoop.Run(ref collector, Shape, sizeof(T), Pointer, Strides);
            return KeptAlive(collector.Rows, _owner);
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
    /// <param name="destination">Where to; where it overlaps these elements, they are copied aside before, as NumPy does.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="ObjectDisposedException">The memory is gone.</exception>
    public void CopyTo(LocalView<T> destination)
    {
        if (!Shape.SequenceEqual(destination.Shape))
            throw new ShapeMismatchException($"CopyTo: local shapes {ShapeText.Of(Shape)} and {ShapeText.Of(destination.Shape)} differ. Slice one of them.");
        if (Overlaps(destination))
        {
            LocalBlock<T> aside = LocalBlock<T>.Allocate(Shape, zero: false);
            CopyTo(aside.View);
            aside.View.CopyTo(destination);
            aside.Owner.Dispose();
            return;
        }
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

    // Whether memory that both span makes the order of copying matter: not where every element would be copied to itself.
    private bool Overlaps(LocalView<T> other)
    {
        if (Size == 0 || (_pointer == other._pointer && Strides.SequenceEqual(other.Strides))) return false;
        (nint first, nint last) = Span(this);
        (nint otherFirst, nint otherLast) = Span(other);
        return first <= otherLast && otherFirst <= last;

        static (nint First, nint Last) Span(LocalView<T> view)
        {
            T* first = view._pointer, last = view._pointer;
            for (int axis = 0; axis < view.NDim; axis++)
            {
                long reach = (view.Shape[axis] - 1) * view.Strides[axis];
                if (reach < 0) first += reach;
                else last += reach;
            }
            return ((nint)first, (nint)last);
        }
    }

    private static IEnumerable<LocalRow<T>> KeptAlive(List<LocalRow<T>> rows, MemoryOwner? owner)
    {
        foreach (LocalRow<T> row in rows) yield return row;
        GC.KeepAlive(owner);
    }

    private struct RowCollector : IRowKernel
    {
        public readonly List<LocalRow<T>> Rows = [];

        public RowCollector() { }

        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count) => Rows.Add(new LocalRow<T>((T*)p0, s0 / sizeof(T), count));
    }
}
