using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>A function of doubles for either real type: floats widen and are rounded once.</summary>
internal readonly struct InDoubleLanes<TOperator, T> : IVectorUnary<T> where TOperator : struct, IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x)
    {
        if (typeof(T) == typeof(double)) return TOperator.Invoke(x.AsDouble()).As<double, T>();
        (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(x.AsSingle());
        return Vector512.Narrow(TOperator.Invoke(lower), TOperator.Invoke(upper)).As<float, T>();
    }
}

internal readonly struct ExpLanes : IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Invoke(Vector512<double> x) => VectorExponential.Exp(x);
}

internal readonly struct LogLanes : IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Invoke(Vector512<double> x) => VectorExponential.Log(x);
}

internal readonly struct SinLanes : IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Invoke(Vector512<double> x) => VectorTrigonometry.Sin(x);
}

internal readonly struct CosLanes : IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Invoke(Vector512<double> x) => VectorTrigonometry.Cos(x);
}

internal readonly struct TanLanes : IVectorUnary<double>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Invoke(Vector512<double> x) => VectorTrigonometry.Tan(x);
}
