using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Quotients of integers, rounded down.</summary>
    /// <typeparam name="T">Type of the elements, an integer.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <returns>A new array of the distribution of <paramref name="x1"/>.</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
    /// <exception cref="DivideByZeroException">A denominator on this rank is 0, where NumPy warns and gives 0.</exception>
    /// <remarks>Local. As numpy.floor_divide; the smallest number by -1 wraps around.</remarks>
    public static DistArray<T> FloorDivide<T>(DistArray<T> x1, DistArray<T> x2) where T : unmanaged, IBinaryInteger<T> =>
        Divide<T, T, FloorDivision<T>>("FloorDivide", x1, x2);

    /// <summary>Quotients of integers as real numbers.</summary>
    /// <typeparam name="T">Type of the elements, an integer.</typeparam>
    /// <param name="x1">Numerators.</param>
    /// <param name="x2">Denominators.</param>
    /// <returns>A new array of the distribution of <paramref name="x1"/>.</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DistributionMismatchException">The distributions differ.</exception>
    /// <remarks>Local. Division by 0 gives an infinity or NaN. As numpy.true_divide.</remarks>
    public static DistArray<double> TrueDivide<T>(DistArray<T> x1, DistArray<T> x2) where T : unmanaged, IBinaryInteger<T> =>
        Divide<T, double, TrueDivision<T>>("TrueDivide", x1, x2);

    private static unsafe DistArray<TResult> Divide<T, TResult, TKernel>(string name, DistArray<T> x1, DistArray<T> x2)
        where T : unmanaged where TResult : unmanaged where TKernel : struct, IRowKernel
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        DistArray<T>.CheckAlike(name, x1.Distribution, x2.Distribution);
        LocalView<T> left = x1.LocalView, right = x2.LocalView;
        DistArray<TResult> result = Elementwise.Like<TResult>(x1.Distribution, x1.Order);
        LocalView<TResult> destination = result.LocalView;
        var kernel = default(TKernel);
        StridedLoop.Run(ref kernel, destination.Shape, (sizeof(TResult), sizeof(T), sizeof(T)), destination.Pointer, destination.Strides, left.Pointer, left.Strides, right.Pointer, right.Strides);
        GC.KeepAlive(x1);
        GC.KeepAlive(x2);
        return result;
    }

    private unsafe struct FloorDivision<T> : IRowKernel where T : unmanaged, IBinaryInteger<T>
    {
        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            for (long i = 0; i < count; i++)
            {
                T left = *(T*)((byte*)p1 + (i * s1)), right = *(T*)((byte*)p2 + (i * s2));
                if (right == -T.One && T.IsNegative(right)) // the smallest number has no counterpart, and the processor traps
                {
                    *(T*)((byte*)p0 + (i * s0)) = -left;
                    continue;
                }
                (T quotient, T remainder) = T.DivRem(left, right);
                bool roundDown = !T.IsZero(remainder) && T.IsNegative(remainder) != T.IsNegative(right);
                *(T*)((byte*)p0 + (i * s0)) = roundDown ? quotient - T.One : quotient;
            }
        }
    }

    private unsafe struct TrueDivision<T> : IRowKernel where T : unmanaged, IBinaryInteger<T>
    {
        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            for (long i = 0; i < count; i++)
                *(double*)((byte*)p0 + (i * s0)) = double.CreateTruncating(*(T*)((byte*)p1 + (i * s1))) / double.CreateTruncating(*(T*)((byte*)p2 + (i * s2)));
        }
    }
}
