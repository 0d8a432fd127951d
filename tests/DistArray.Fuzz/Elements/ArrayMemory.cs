namespace DistArray.Fuzz.Elements;

/// <summary>Where the arrays of programs lie: C and F, own memory in either order; P, a pinned managed array; G, somebody else's memory in Fortran's order with gaps
/// between columns; H, own memory with a halo; W, with a halo and all axes periodic.</summary>
internal static unsafe class ArrayMemory
{
    /// <summary>An array with arbitrary content, not zeros.</summary>
    public static DistArray<T> Create<T>(Distribution distribution, char kind) where T : unmanaged
    {
        DistArray<T> array = kind switch
        {
            'P' => DistArray<T>.Wrap(distribution, LocalBlock<T>.FromArray(new T[Product(distribution.LocalShapeWithHalo)], distribution.LocalShapeWithHalo), ownsMemory: true),
            'G' => DistArray<T>.Wrap(distribution, WithGaps<T>(distribution.LocalShapeWithHalo), ownsMemory: true),
            _ => Np.Empty<T>(distribution, kind == 'F' ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor),
        };
        T garbage = default;
        new Span<byte>(&garbage, sizeof(T)).Fill(typeof(T) == typeof(bool) ? (byte)1 : (byte)77);
        array.LocalViewWithHalo.Fill(garbage);
        return array;
    }

    /// <summary>Widths of the halo: along axes that can have one.</summary>
    public static int[] HaloWidths(ReadOnlySpan<DimMap> maps, int width) => Array.ConvertAll(maps.ToArray(), map => map is BlockMap or ReplicatedMap ? width : 0);

    private static LocalBlock<T> WithGaps<T>(ReadOnlySpan<int> shape) where T : unmanaged
    {
        int[] wider = Array.ConvertAll(shape.ToArray(), extent => extent + 1);
        LocalBlock<T> whole = LocalBlock<T>.Allocate(wider, MemoryOrder.ColumnMajor);
        return new LocalBlock<T>(whole.Pointer, shape, whole.Strides, whole.Owner);
    }

    private static int Product(ReadOnlySpan<int> shape)
    {
        int product = 1;
        foreach (int extent in shape) product *= extent;
        return product;
    }
}
