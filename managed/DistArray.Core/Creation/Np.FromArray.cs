namespace DistArray;

public static unsafe partial class Np
{
    /// <summary>An array of values that every rank has, or one of them: then the opposite of <see cref="DistArray{T}.Gather"/>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="values">All elements in row-major order, which are copied; the same on every rank, or looked at on the root alone.</param>
    /// <param name="root">The rank that has the values; null where every rank has them.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">There are not as many values as elements.</exception>
    /// <exception cref="RankFailedException">The root has no values, or not as many as there are elements; thrown on every rank alike.</exception>
    /// <remarks>Local; <b>Collective</b> with a root, which sends each rank what it owns. As numpy.array.</remarks>
    public static DistArray<T> FromArray<T>(Distribution distribution, T[]? values, int? root = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        fixed (T* first = values)
        {
            nint address = (nint)first;
            return FromWhole(distribution, () => values is null ? null : values.LongLength == distribution.Size
                ? Borrow((T*)address, distribution.Shape)
                : throw new ShapeMismatchException($"FromArray: {values.LongLength} values do not fill an array of shape {ShapeText.Of(distribution.Shape)}, which has {distribution.Size} elements."), root);
        }
    }

    /// <summary>An array of values that every rank has, or one of them.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, that of the values, and which rank owns which element.</param>
    /// <param name="values">All elements, which are copied; the same on every rank, or looked at on the root alone.</param>
    /// <param name="root">The rank that has the values; null where every rank has them.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The values have another shape.</exception>
    /// <exception cref="RankFailedException">The root has no values, or they have another shape; thrown on every rank alike.</exception>
    /// <remarks>Local; <b>Collective</b> with a root, which sends each rank what it owns. As numpy.array.</remarks>
    public static DistArray<T> FromArray<T>(Distribution distribution, T[,]? values, int? root = null) where T : unmanaged
    {
        fixed (T* first = values)
        {
            nint address = (nint)first;
            return FromWhole(distribution, () => values is null ? null : Borrow((T*)address, [values.GetLength(0), values.GetLength(1)]), root);
        }
    }

    /// <summary>An array of values that every rank has, or one of them.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, that of the values, and which rank owns which element.</param>
    /// <param name="values">All elements, which are copied; the same on every rank, or looked at on the root alone.</param>
    /// <param name="root">The rank that has the values; null where every rank has them.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The values have another shape.</exception>
    /// <exception cref="RankFailedException">The root has no values, or they have another shape; thrown on every rank alike.</exception>
    /// <remarks>Local; <b>Collective</b> with a root, which sends each rank what it owns. As numpy.array.</remarks>
    public static DistArray<T> FromArray<T>(Distribution distribution, T[,,]? values, int? root = null) where T : unmanaged
    {
        fixed (T* first = values)
        {
            nint address = (nint)first;
            return FromWhole(distribution, () => values is null ? null : Borrow((T*)address, [values.GetLength(0), values.GetLength(1), values.GetLength(2)]), root);
        }
    }

    /// <summary>An array of values that every rank has in memory of any strides, or one of them.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, that of the values, and which rank owns which element.</param>
    /// <param name="values">All elements, which are copied; the same on every rank, or looked at on the root alone.</param>
    /// <param name="root">The rank that has the values; null where every rank has them.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The values have another shape.</exception>
    /// <exception cref="RankFailedException">The values on the root have another shape; thrown on every rank alike.</exception>
    /// <remarks>Local; <b>Collective</b> with a root, which sends each rank what it owns. As numpy.array.</remarks>
    public static DistArray<T> FromArray<T>(Distribution distribution, LocalView<T> values, int? root = null) where T : unmanaged =>
        FromWhole(distribution, () => values.ToBlock(), root);

    private static DistArray<T> FromWhole<T>(Distribution distribution, Func<LocalBlock<T>?> values, int? root) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(distribution);
        DistArray<T> array;
        if (root is { } rank)
        {
            DistArray<T> whole = OnRoot(distribution, values, rank);
            array = Zeros<T>(distribution);
            Redistribution.Copy(whole, array, "FromArray");
            return array;
        }
        LocalBlock<T> block = Checked(distribution, values() ?? throw new ArgumentNullException(nameof(values)));
        array = Zeros<T>(distribution);
        array.Assign(DistArray<T>.Wrap(Distribution.Literal(distribution.Shape), block));
        return array;
    }

    // All of an array on one rank.
    private static DistArray<T> OnRoot<T>(Distribution distribution, Func<LocalBlock<T>?> values, int root) where T : unmanaged
    {
        ICommunicator communicator = distribution.Communicator;
        if ((uint)root >= (uint)communicator.Size)
            throw new ArgumentOutOfRangeException(nameof(root), root, $"There is no root rank {root}: the communicator has {communicator.Size}. Use 0 to {communicator.Size - 1}.");
        LocalBlock<T>? block = null;
        communicator.ThrowIfAny(communicator.Rank != root ? null : Redistribution.Try(() =>
            block = Checked(distribution, values() ?? throw new ArgumentNullException(nameof(values), $"FromArray: the root, rank {root}, has no values."))));
        // With one axis more over all ranks, of which the root's index is taken.
        DimMap[] maps = [new BlockMap(communicator.Size, communicator.Size), .. Array.ConvertAll(distribution.Shape.ToArray(), DimMap (extent) => new ReplicatedMap(extent))];
        Distribution alone = new Distribution(communicator, maps).Select(0, root);
        return DistArray<T>.Wrap(alone, block ?? LocalBlock<T>.Nowhere(alone.LocalShape));
    }

    private static LocalBlock<T> Checked<T>(Distribution distribution, LocalBlock<T> block) where T : unmanaged
    {
        long[] shape = Array.ConvertAll(block.Shape.ToArray(), extent => (long)extent);
        return distribution.Shape.SequenceEqual(shape)
            ? block
            : throw new ShapeMismatchException($"FromArray: values of shape {ShapeText.Of<long>(shape)} do not fill an array of shape {ShapeText.Of(distribution.Shape)}.");
    }

    // For as long as the values stay where they are.
    private static LocalBlock<T> Borrow<T>(T* first, ReadOnlySpan<long> shape) where T : unmanaged
    {
        int[] extents = Array.ConvertAll(shape.ToArray(), extent => checked((int)extent));
        long[] strides = StridedLayout.Contiguous(extents, MemoryOrder.RowMajor, out long size);
        return new LocalBlock<T>(first, extents, strides, new ForeignMemory(first, size * sizeof(T), "values"));
    }
}
