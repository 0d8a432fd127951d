namespace DistArray;

/// <summary>NumPy's functions on distributed arrays.</summary>
public static partial class Np
{
    /// <summary>An array of zeros.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0, too.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    /// <remarks>Local. As numpy.zeros.</remarks>
    public static DistArray<T> Zeros<T>(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged =>
        DistArray<T>.Allocate(distribution, order, zero: true);

    /// <summary>An array of arbitrary content, to be written before it is read.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    /// <remarks>Local. As numpy.empty.</remarks>
    public static DistArray<T> Empty<T>(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged =>
        DistArray<T>.Allocate(distribution, order, zero: false);

    /// <summary>An array of one value.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="value">The value.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    /// <remarks>Local. As numpy.full.</remarks>
    public static DistArray<T> Full<T>(Distribution distribution, T value, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged
    {
        DistArray<T> array = Zeros<T>(distribution, order);
        array.Fill(value);
        return array;
    }

    /// <summary>An array of ones, of true where the elements are booleans or logicals.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    /// <remarks>Local. As numpy.ones.</remarks>
    public static DistArray<T> Ones<T>(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor) where T : unmanaged =>
        Full(distribution, ElementValues.One<T>(), order);
}
