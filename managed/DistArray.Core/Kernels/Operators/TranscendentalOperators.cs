using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

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
