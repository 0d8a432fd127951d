namespace DistArray.Fortran;

/// <summary>An argument that is passed in another way than its type is by default.</summary>
public sealed class FortranArgument
{
    private FortranArgument(ArgumentBinder binder, object value)
    {
        Binder = binder;
        Value = value;
    }

    internal ArgumentBinder Binder { get; }

    internal object Value { get; }

    /// <summary>Passes the address of a view's first element: explicit shape, <c>a(n, m)</c>, or assumed size, <c>a(n, *)</c>.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="view">Elements without gaps, first index fastest.</param>
    /// <exception cref="ArgumentException">They have gaps or another order.</exception>
    public static FortranArgument Explicit<T>(LocalView<T> view) where T : unmanaged =>
        view.IsContiguousIn(MemoryOrder.ColumnMajor)
            ? new FortranArgument(new ExplicitBinder<T>(), view)
            : throw new ArgumentException(
                $"An explicit shape needs elements without gaps, first index fastest; shape ({string.Join(", ", view.Shape.ToArray())}) has the strides " +
                $"({string.Join(", ", view.Strides.ToArray())}). Transpose a row-major view, or declare the argument with an assumed shape and pass the view itself.",
                nameof(view));

    /// <summary>Passes the address of the first element of this rank's part, halo included: explicit shape or assumed size.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">An array whose part lies without gaps, first index fastest.</param>
    /// <exception cref="ArgumentException">It has gaps or another order.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local.</remarks>
    public static FortranArgument Explicit<T>(DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        return Explicit(array.LocalViewWithHalo);
    }

    /// <summary>Passes a managed array with a descriptor: assumed shape, <c>a(:,:)</c>, or assumed rank.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements, first index fastest.</param>
    /// <param name="shape">Extents, whose product is the length; one dimension if none is given.</param>
    /// <exception cref="ArgumentException">The shape does not fit the length.</exception>
    public static FortranArgument AssumedShape<T>(T[] array, params ReadOnlySpan<int> shape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        int[] extents = shape.IsEmpty ? [array.Length] : shape.ToArray();
        long size = extents.Aggregate(1L, (product, extent) => checked(product * extent));
        if (size != array.Length || extents.Any(extent => extent < 0))
            throw new ArgumentException($"An array of {array.Length} elements has not the shape ({string.Join(", ", extents)}).", nameof(shape));
        return new FortranArgument(new ShapedArrayBinder<T>(), new ShapedArrayBinder<T>.ShapedArray(array, extents));
    }
}
