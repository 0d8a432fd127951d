using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

internal readonly struct AddLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x + y;
}

internal readonly struct SubtractLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x - y;
}

internal readonly struct MultiplyLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x * y;
}

internal readonly struct DivideLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => x / y;
}

internal readonly struct NegateLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => -x;
}

internal readonly struct CopyLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => x;
}

internal readonly struct ZeroLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512<T>.Zero;
}

internal readonly struct AbsoluteLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512.Abs(x);
}

internal readonly struct SquareLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => x * x;
}

internal readonly struct SqrtLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512.Sqrt(x);
}

internal readonly struct ReciprocalLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512<T>.One / x;
}

/// <summary>-1, 0 or 1; NaN stays NaN.</summary>
internal readonly struct SignLanes<T> : IVectorUnary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x)
    {
        Vector512<T> zero = Vector512<T>.Zero, one = Vector512<T>.One;
        Vector512<T> notPositive = Vector512.ConditionalSelect(Vector512.LessThan(x, zero), zero - one, Vector512.ConditionalSelect(Vector512.Equals(x, zero), zero, x));
        return Vector512.ConditionalSelect(Vector512.GreaterThan(x, zero), one, notPositive);
    }
}

internal readonly struct DegreesLanes<T> : IVectorUnary<T> where T : IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => x * Vector512.Create(T.CreateTruncating(180) / T.Pi);
}

internal readonly struct RadiansLanes<T> : IVectorUnary<T> where T : IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => x * Vector512.Create(T.Pi / T.CreateTruncating(180));
}

internal readonly struct CopySignLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.CopySign(x, y);
}

/// <summary>0 below 0, the second operand at 0, 1 above; NaN stays NaN.</summary>
internal readonly struct HeavisideLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y)
    {
        Vector512<T> zero = Vector512<T>.Zero;
        Vector512<T> aside = Vector512.ConditionalSelect(Vector512.LessThan(x, zero), zero, Vector512.ConditionalSelect(Vector512.GreaterThan(x, zero), Vector512<T>.One, x));
        return Vector512.ConditionalSelect(Vector512.Equals(x, zero), y, aside);
    }
}
