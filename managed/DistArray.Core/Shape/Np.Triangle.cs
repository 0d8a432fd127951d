namespace DistArray;

public static unsafe partial class Np
{
    /// <summary>The matrices of the last two axes with zeros above a diagonal.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array, of two dimensions or more.</param>
    /// <param name="k">The last diagonal that is kept: 0 is the main one, positive ones lie above it.</param>
    /// <returns>A new array of the same distribution.</returns>
    /// <exception cref="ShapeMismatchException">The array has fewer dimensions.</exception>
    /// <remarks>Local. As numpy.tril.</remarks>
    public static DistArray<T> Tril<T>(DistArray<T> m, long k = 0) where T : unmanaged => Triangle("Tril", m, (row, column) => column - row > k);

    /// <summary>The matrices of the last two axes with zeros below a diagonal.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="m">The array, of two dimensions or more.</param>
    /// <param name="k">The first diagonal that is kept: 0 is the main one, positive ones lie above it.</param>
    /// <returns>A new array of the same distribution.</returns>
    /// <exception cref="ShapeMismatchException">The array has fewer dimensions.</exception>
    /// <remarks>Local. As numpy.triu.</remarks>
    public static DistArray<T> Triu<T>(DistArray<T> m, long k = 0) where T : unmanaged => Triangle("Triu", m, (row, column) => column - row < k);

    private static DistArray<T> Triangle<T>(string operation, DistArray<T> m, Func<long, long, bool> isZero) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(m);
        if (m.NDim < 2) throw new ShapeMismatchException($"{operation}: an array of shape {ShapeText.Of(m.Shape)} has no matrices. ExpandDims, or Reshape it.");
        DistArray<T> result = m.Copy();
        if (m.Distribution.LocalSize == 0) return result;
        long[][] indices = OwnedElements.GlobalIndices(m.Distribution);
        LocalView<T> view = result.LocalView;
        long[] matrices = AxisTables.Sums(AxisTables.Offsets(result.WriteOperand(), result.LocalShape).AsSpan(..^2));
        T* first = view.Pointer;
        long rowStride = view.Strides[^2], columnStride = view.Strides[^1];
        foreach (long matrix in matrices)
        {
            for (int i = 0; i < indices[^2].Length; i++)
            {
                T* row = (T*)((byte*)first + matrix) + (i * rowStride);
                for (int j = 0; j < indices[^1].Length; j++)
                    if (isZero(indices[^2][i], indices[^1][j])) row[j * columnStride] = default;
            }
        }
        GC.KeepAlive(result);
        return result;
    }
}
