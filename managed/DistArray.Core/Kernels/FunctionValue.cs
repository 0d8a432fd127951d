using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Conversions between the type of elements and the type that a scalar function computes in.</summary>
internal static class FunctionValue
{
    /// <summary>The same value in the other type: rounded where that is narrower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo To<TFrom, TTo>(TFrom value) where TFrom : unmanaged where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(float) && typeof(TTo) == typeof(double)) return Unsafe.BitCast<double, TTo>(Unsafe.BitCast<TFrom, float>(value));
        if (typeof(TFrom) == typeof(double) && typeof(TTo) == typeof(float)) return Unsafe.BitCast<float, TTo>((float)Unsafe.BitCast<TFrom, double>(value));
        if (typeof(TFrom) == typeof(Complex64) && typeof(TTo) == typeof(Complex)) return Unsafe.BitCast<Complex, TTo>(Unsafe.BitCast<TFrom, Complex64>(value));
        if (typeof(TFrom) == typeof(Complex) && typeof(TTo) == typeof(Complex64)) return Unsafe.BitCast<Complex64, TTo>((Complex64)Unsafe.BitCast<TFrom, Complex>(value));
        if (typeof(TFrom) == typeof(int) && typeof(TTo) == typeof(long)) return Unsafe.BitCast<long, TTo>(Unsafe.BitCast<TFrom, int>(value));
        return Unsafe.BitCast<TFrom, TTo>(value);
    }
}
