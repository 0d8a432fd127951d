using System.Numerics;
using System.Numerics.Tensors;

namespace DistArray;

/// <summary>Sums, means and extremes over all elements of distributed arrays.</summary>
public static unsafe class DistArrayReductions
{
    /// <summary>Reductions of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Sum of all elements.</summary>
        /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
        /// <exception cref="OverflowException">The elements are integers and their type cannot hold the sum; thrown on every rank alike. Use
        /// <see cref="DistArray{T}.Sum{TResult}"/>.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. Integers are summed exactly, others pairwise; NaN propagates. As numpy.sum.</remarks>
        public T Sum() => array.Sum<T>();

        /// <summary>Arithmetic mean of all elements.</summary>
        /// <returns>The mean, the same on every rank; NaN where there are no elements.</returns>
        /// <exception cref="NotSupportedException">The elements are integers; use <see cref="DistArray{T}.Mean{TResult}"/>.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.mean.</remarks>
        public T Mean() => array.Mean<T>();
    }

    /// <summary>Reductions of arrays of numbers that have an order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        /// <summary>Smallest element.</summary>
        /// <returns>The element, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.min.</remarks>
        public T Min() => Extreme(array, "Min", Extremes<T>.Min, T.CreateSaturating(double.PositiveInfinity), default(MinKernel<T>));

        /// <summary>Largest element.</summary>
        /// <returns>The element, the same on every rank.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> One all-reduce of an element. NaN propagates. As numpy.max.</remarks>
        public T Max() => Extreme(array, "Max", Extremes<T>.Max, T.CreateSaturating(double.NegativeInfinity), default(MaxKernel<T>));
    }

    private interface IExtremeKernel<T> : IRowKernel
    {
        T Value { get; set; }
    }

    private static T Extreme<T, TKernel>(DistArray<T> array, string name, Operation<T> operation, T identity, TKernel kernel)
        where T : unmanaged, INumber<T> where TKernel : struct, IExtremeKernel<T>
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Size == 0) throw new InvalidOperationException($"{name}: an array of shape {ShapeText.Of(array.Shape)} has no elements, and so no {name.ToLowerInvariant()}imum.");
        LocalView<T> view = array.LocalView;
        kernel.Value = identity;
        if (array.Distribution.IsPrimary || array.Distribution.IsReplicated) StridedLoop.Run(ref kernel, view.Shape, sizeof(T), view.Pointer, view.Strides);
        GC.KeepAlive(array);
        return array.Distribution.IsReplicated ? kernel.Value : array.Distribution.Communicator.Allreduce(kernel.Value, operation);
    }

    // MPI leaves open what its own minimum makes of NaN; these propagate it.
    private static class Extremes<T> where T : unmanaged, INumber<T>
    {
        private static readonly bool s_isFloat = ElementTypes.Of<T>() is ElementType.Float32 or ElementType.Float64;

        public static readonly Operation<T> Min = s_isFloat ? new Operation<T>(T.Min) : Operation<T>.Min;
        public static readonly Operation<T> Max = s_isFloat ? new Operation<T>(T.Max) : Operation<T>.Max;
    }

    private struct MinKernel<T> : IExtremeKernel<T> where T : unmanaged, INumber<T>
    {
        public T Value { get; set; }

        public void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            if (s0 == sizeof(T) && count <= int.MaxValue)
            {
                Value = T.Min(Value, TensorPrimitives.Min(new ReadOnlySpan<T>(p0, (int)count)));
                return;
            }
            for (long i = 0; i < count; i++) Value = T.Min(Value, *(T*)((byte*)p0 + (i * s0)));
        }
    }

    private struct MaxKernel<T> : IExtremeKernel<T> where T : unmanaged, INumber<T>
    {
        public T Value { get; set; }

        public void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            if (s0 == sizeof(T) && count <= int.MaxValue)
            {
                Value = T.Max(Value, TensorPrimitives.Max(new ReadOnlySpan<T>(p0, (int)count)));
                return;
            }
            for (long i = 0; i < count; i++) Value = T.Max(Value, *(T*)((byte*)p0 + (i * s0)));
        }
    }
}
