namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The elements in memory of their own.</summary>
    /// <param name="order">Which index varies fastest in memory; that of this array if null.</param>
    /// <returns>A new array of the same distribution, halo included, whose halo is 0.</returns>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local. As numpy.copy.</remarks>
    public DistArray<T> Copy(MemoryOrder? order = null)
    {
        DistArray<T> copy = Allocate(Distribution, order ?? Order, zero: Distribution.HasHalo);
        copy.Store(FuseOnce());
        return copy;
    }

    /// <summary>The elements as another type.</summary>
    /// <typeparam name="TResult">Type of the result's elements; of real and integer numbers any, of complex ones a complex type.</typeparam>
    /// <returns>A pending array.</returns>
    /// <exception cref="NotSupportedException">There is no such conversion; of complex to real numbers, take <see cref="Np"/>'s Real.</exception>
    /// <remarks>Local. Real numbers are cut towards 0 where the result is an integer; numbers that it cannot hold give an unspecified one, as in NumPy. As numpy's astype.</remarks>
    public DistArray<TResult> AsType<TResult>() where TResult : unmanaged => ElementwiseCall.Cast<T, TResult>(this);
}
