namespace DistArray;

public static partial class Np
{
    /// <summary>The indices of the elements that are not 0, in row-major order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array, of one dimension or more.</param>
    /// <returns>For each axis a new array of one dimension, by blocks whose bounds follow the elements; on every rank where <paramref name="a"/> is.</returns>
    /// <exception cref="ShapeMismatchException">The array has no axes.</exception>
    /// <remarks><b>Collective.</b> What is not 0 goes to the ranks in row-major order, whatever the distribution. NaN is not 0. As numpy.nonzero.</remarks>
    public static DistArray<long>[] NonZero<T>(DistArray<T> a) where T : unmanaged => MaskedElements.NonZero(Truth("NonZero", a));

    /// <summary>The indices where a condition holds, in row-major order.</summary>
    /// <param name="condition">The condition, of one dimension or more.</param>
    /// <returns>For each axis a new array of one dimension, as of <see cref="NonZero"/>.</returns>
    /// <exception cref="ShapeMismatchException">The condition has no axes.</exception>
    /// <remarks><b>Collective.</b> As numpy.where of one argument.</remarks>
    public static DistArray<long>[] Where(DistArray<bool> condition) => MaskedElements.NonZero(Truth("Where", condition));

    /// <summary>The places in row-major order of the elements that are not 0.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <returns>A new array of one dimension, by blocks whose bounds follow the elements; on every rank where <paramref name="a"/> is.</returns>
    /// <remarks><b>Collective.</b> As numpy.flatnonzero.</remarks>
    public static DistArray<long> FlatNonZero<T>(DistArray<T> a) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return MaskedElements.FlatNonZero(a as DistArray<bool> ?? a.AsType<bool>());
    }

    /// <summary>The indices of the elements that are not 0, in row-major order: a row each.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <returns>A new array of shape (number of elements, NDim), its rows by blocks whose bounds follow the elements; on every rank where <paramref name="a"/> is.</returns>
    /// <remarks><b>Collective.</b> As numpy.argwhere.</remarks>
    public static DistArray<long> ArgWhere<T>(DistArray<T> a) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.NDim == 0) return Zeros<long>(Distribution.Literal([a.AsType<bool>().Item() ? 1 : 0, 0]));
        return Joining.Stack("ArgWhere", MaskedElements.NonZero(Truth("ArgWhere", a)), 1);
    }

    private static DistArray<bool> Truth<T>(string operation, DistArray<T> a) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.NDim == 0) throw new ShapeMismatchException($"{operation}: an array without axes has no indices. Use AtLeast1D.");
        return a as DistArray<bool> ?? a.AsType<bool>();
    }
}
