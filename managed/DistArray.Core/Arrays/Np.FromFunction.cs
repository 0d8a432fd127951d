using System.Runtime.CompilerServices;

namespace DistArray;

public static unsafe partial class Np
{
    /// <summary>An array whose elements are a function of their global index.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, of one dimension, and which rank owns which element.</param>
    /// <param name="function">Global index to element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The shape has not one dimension.</exception>
    /// <remarks>Local. As numpy.fromfunction, element by element.</remarks>
    public static DistArray<T> FromFunction<T>(Distribution distribution, Func<long, T> function, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckNDim(distribution, 1);
        return FromFunction<T>(distribution, indices => function(indices[0]), order);
    }

    /// <summary>An array whose elements are a function of their global indices.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, of two dimensions, and which rank owns which element.</param>
    /// <param name="function">Global indices to element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The shape has not two dimensions.</exception>
    /// <remarks>Local. As numpy.fromfunction, element by element.</remarks>
    public static DistArray<T> FromFunction<T>(Distribution distribution, Func<long, long, T> function, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckNDim(distribution, 2);
        return FromFunction<T>(distribution, indices => function(indices[0], indices[1]), order);
    }

    /// <summary>An array whose elements are a function of their global indices.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape, of three dimensions, and which rank owns which element.</param>
    /// <param name="function">Global indices to element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The shape has not three dimensions.</exception>
    /// <remarks>Local. As numpy.fromfunction, element by element.</remarks>
    public static DistArray<T> FromFunction<T>(Distribution distribution, Func<long, long, long, T> function, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        CheckNDim(distribution, 3);
        return FromFunction<T>(distribution, indices => function(indices[0], indices[1], indices[2]), order);
    }

    /// <summary>An array whose elements are a function of their global indices.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="function">Global indices to element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <remarks>Local. As numpy.fromfunction, element by element.</remarks>
    [OverloadResolutionPriority(-1)]
    public static DistArray<T> FromFunction<T>(Distribution distribution, IndexFunction<T> function, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        DistArray<T> array = Zeros<T>(distribution, order);
        if (distribution.LocalSize == 0) return array;
        LocalView<T> view = array.LocalView;
        var indices = new long[distribution.NDim];
        Fill(view.Pointer, 0);
        GC.KeepAlive(array);
        return array;

        // The elements with the indices of the axes before.
        void Fill(T* pointer, int axis)
        {
            if (axis == indices.Length)
            {
                *pointer = function(indices);
                return;
            }
            long stride = view.Strides[axis];
            bool isLast = axis == indices.Length - 1;
            foreach (IndexRun run in distribution.DimMaps[axis].Runs(distribution.GridCoordinates[axis]))
            {
                T* at = pointer + (run.LocalStart * stride);
                for (int i = 0; i < run.Count; i++, at += stride)
                {
                    indices[axis] = run.GlobalStart + i;
                    if (isLast) *at = function(indices);
                    else Fill(at, axis + 1);
                }
            }
        }
    }

    private static void CheckNDim(Distribution distribution, int ndim)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (distribution.NDim != ndim)
            throw new ShapeMismatchException($"FromFunction: a function of {ndim} indices does not fit the shape {ShapeText.Of(distribution.Shape)} of {distribution.NDim} dimensions.");
    }
}
