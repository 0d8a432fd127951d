using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

internal readonly struct NotLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Truth.IsFalse(x);
}

internal readonly struct TrueLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => ~Truth.IsFalse(x);
}

internal readonly struct NeverLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512<T>.Zero;
}

internal readonly struct AlwaysLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512<T>.AllBitsSet;
}

internal readonly struct IsNaNLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => ~Vector512.Equals(x, x);
}

internal readonly struct IsInfLanes<T> : IVectorPredicate<T> where T : IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512.Equals(Vector512.Abs(x), Vector512.Create(T.PositiveInfinity));
}

internal readonly struct IsFiniteLanes<T> : IVectorPredicate<T> where T : IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512.LessThan(Vector512.Abs(x), Vector512.Create(T.PositiveInfinity));
}

internal readonly struct SignBitLanes<T> : IVectorPredicate<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x) => Vector512.IsNegative(x);
}
