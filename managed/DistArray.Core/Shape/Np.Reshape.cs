namespace DistArray;

public static partial class Np
{
    /// <summary>The elements of an array in another shape, in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="newShape">A shape of as many elements; one extent may be -1, which stands for what is left.</param>
    /// <returns>A new array, by blocks along its first axis; on every rank where <paramref name="a"/> is.</returns>
    /// <exception cref="ShapeMismatchException">The shape has another number of elements.</exception>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Always a copy, where numpy.reshape gives a view if memory permits.</remarks>
    public static DistArray<T> Reshape<T>(DistArray<T> a, params ReadOnlySpan<long> newShape) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.Reshape(newShape);
    }

    /// <summary>The elements of an array along one axis, in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <returns>A new array of one dimension by blocks; on every rank where <paramref name="a"/> is.</returns>
    /// <remarks><b>Collective.</b> Each rank sends others what they will own. Always a copy, where numpy.ravel gives a view if memory permits.</remarks>
    public static DistArray<T> Ravel<T>(DistArray<T> a) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return a.Ravel();
    }
}
