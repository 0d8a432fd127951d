namespace DistArray.Core.Tests.Redistributing;

/// <summary>Arrays whose elements are their places in row-major order.</summary>
internal static unsafe class Arrays
{
    /// <summary>Memory of any strides: gaps, either order, axes that go down.</summary>
    public static DistArray<T> Strided<T>(Distribution distribution, System.Random random) where T : unmanaged
    {
        int[] shape = distribution.LocalShapeWithHalo.ToArray();
        int[] axes = [.. Enumerable.Range(0, shape.Length)];
        int kind = random.Next(4);
        if (kind == 1) Array.Reverse(axes);
        if (kind > 1) random.Shuffle(axes);
        var strides = new long[shape.Length];
        long size = 1, first = 0;
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            int axis = axes[i], gap = kind == 3 ? random.Next(1, 3) : 1;
            strides[axis] = size * gap;
            long extent = Math.Max(shape[axis], 1);
            size = strides[axis] * extent;
            if (kind < 2 || random.Next(2) == 0) continue;
            first += (extent - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }
        var owner = new PooledMemory(Math.Max(size, 1) * sizeof(T));
        new Span<T>(owner.Pointer, (int)size).Clear();
        return DistArray<T>.Wrap(distribution, new LocalBlock<T>((T*)owner.Pointer + first, shape, strides, owner), ownsMemory: true);
    }

    public static long Linear(ReadOnlySpan<long> indices, ReadOnlySpan<long> shape)
    {
        long linear = 0;
        for (int axis = 0; axis < shape.Length; axis++) linear = (linear * shape[axis]) + indices[axis];
        return linear;
    }

    public static void Fill<T>(DistArray<T> array, Func<long, T> value) where T : unmanaged
    {
        LocalView<T> view = array.LocalView;
        foreach (OwnedElement element in new OwnedElements(array.Distribution)) view[element.Local] = value(Linear(element.Global, array.Shape));
    }

    /// <summary>The first element that is not what it must be, or null.</summary>
    public static string? Wrong<T>(DistArray<T> array, Func<long, T> value) where T : unmanaged
    {
        LocalView<T> view = array.LocalView;
        foreach (OwnedElement element in new OwnedElements(array.Distribution))
        {
            T expected = value(Linear(element.Global, array.Shape));
            if (!EqualityComparer<T>.Default.Equals(view[element.Local], expected))
                return $"element {ShapeText.Of(element.Global)} is {view[element.Local]}, not {expected}";
        }
        return null;
    }
}
