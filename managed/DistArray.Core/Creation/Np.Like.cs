namespace DistArray;

public static partial class Np
{
    /// <summary>An array of zeros where another one lies.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The other array.</param>
    /// <param name="order">Which index varies fastest in memory; as in the other array if null.</param>
    /// <returns>A new array of the same distribution, halo included.</returns>
    /// <remarks>Local. As numpy.zeros_like; with another element type, use <see cref="Zeros{T}"/> of the distribution.</remarks>
    public static DistArray<T> ZerosLike<T>(DistArray<T> a, MemoryOrder? order = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return Zeros<T>(a.Distribution, order ?? a.Order);
    }

    /// <summary>An array of ones, of true where the elements are booleans or logicals, where another one lies.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The other array.</param>
    /// <param name="order">Which index varies fastest in memory; as in the other array if null.</param>
    /// <returns>A new array of the same distribution, halo included.</returns>
    /// <remarks>Local. As numpy.ones_like; with another element type, use <see cref="Ones{T}"/> of the distribution.</remarks>
    public static DistArray<T> OnesLike<T>(DistArray<T> a, MemoryOrder? order = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return Ones<T>(a.Distribution, order ?? a.Order);
    }

    /// <summary>An array of arbitrary content, to be written before it is read, where another one lies.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The other array.</param>
    /// <param name="order">Which index varies fastest in memory; as in the other array if null.</param>
    /// <returns>A new array of the same distribution, halo included.</returns>
    /// <remarks>Local. As numpy.empty_like; with another element type, use <see cref="Empty{T}"/> of the distribution.</remarks>
    public static DistArray<T> EmptyLike<T>(DistArray<T> a, MemoryOrder? order = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return Empty<T>(a.Distribution, order ?? a.Order);
    }

    /// <summary>An array of one value where another one lies.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The other array.</param>
    /// <param name="value">The value.</param>
    /// <param name="order">Which index varies fastest in memory; as in the other array if null.</param>
    /// <returns>A new array of the same distribution, halo included.</returns>
    /// <remarks>Local. As numpy.full_like; with another element type, use <see cref="Full{T}"/> of the distribution.</remarks>
    public static DistArray<T> FullLike<T>(DistArray<T> a, T value, MemoryOrder? order = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        return Full(a.Distribution, value, order ?? a.Order);
    }
}
