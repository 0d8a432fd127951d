using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Arithmetic of complex numbers whose parts are neighbouring lanes.</summary>
internal static class ComplexLanes
{
    private static Vector512<double> EvenSigns => Vector512.Create(-0.0, 0, -0.0, 0, -0.0, 0, -0.0, 0);

    /// <summary>(ac - bd, ad + bc), as written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Multiply(Vector512<double> x, Vector512<double> y)
    {
        Vector512<double> real = Vector512.Shuffle(x, Vector512.Create(0L, 0, 2, 2, 4, 4, 6, 6));
        Vector512<double> imaginary = Vector512.Shuffle(x, Vector512.Create(1L, 1, 3, 3, 5, 5, 7, 7));
        Vector512<double> swapped = Vector512.Shuffle(y, Vector512.Create(1L, 0, 3, 2, 5, 4, 7, 6));
        return (real * y) + ((imaginary * swapped) ^ EvenSigns);
    }
}

/// <summary>Products of complex numbers; those of two floats are computed in double and rounded once.</summary>
internal readonly struct ComplexMultiplyLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y)
    {
        if (typeof(T) == typeof(double)) return ComplexLanes.Multiply(x.AsDouble(), y.AsDouble()).As<double, T>();
        (Vector512<double> lowerX, Vector512<double> upperX) = Vector512.Widen(x.AsSingle());
        (Vector512<double> lowerY, Vector512<double> upperY) = Vector512.Widen(y.AsSingle());
        return Vector512.Narrow(ComplexLanes.Multiply(lowerX, lowerY), ComplexLanes.Multiply(upperX, upperY)).As<float, T>();
    }
}

internal readonly struct ComplexSquareLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => ComplexMultiplyLanes<T>.Invoke(x, x);
}

internal readonly struct ConjugateLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => typeof(T) == typeof(double)
        ? (x.AsDouble() ^ Vector512.Create(0, -0.0, 0, -0.0, 0, -0.0, 0, -0.0)).As<double, T>()
        : (x.AsSingle() ^ Vector512.Create(0, -0f, 0, -0f, 0, -0f, 0, -0f, 0, -0f, 0, -0f, 0, -0f, 0, -0f)).As<float, T>();
}
