using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

internal readonly struct GreaterLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.GreaterThan(x, y);
}

internal readonly struct GreaterEqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.GreaterThanOrEqual(x, y);
}

internal readonly struct LessLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.LessThan(x, y);
}

internal readonly struct LessEqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.LessThanOrEqual(x, y);
}

internal readonly struct EqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Vector512.Equals(x, y);
}

internal readonly struct NotEqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~Vector512.Equals(x, y);
}

/// <summary>Compares whether elements are 0, as numbers, booleans and logicals are true or false.</summary>
internal static class Truth
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> IsFalse<T>(Vector512<T> x) => Vector512.Equals(x, Vector512<T>.Zero);
}

internal readonly struct AndLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~(Truth.IsFalse(x) | Truth.IsFalse(y));
}

internal readonly struct OrLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~(Truth.IsFalse(x) & Truth.IsFalse(y));
}

/// <summary>One true, the other false.</summary>
internal readonly struct XorLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Truth.IsFalse(x) ^ Truth.IsFalse(y);
}

/// <summary>Both true or both false.</summary>
internal readonly struct SameTruthLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~(Truth.IsFalse(x) ^ Truth.IsFalse(y));
}

/// <summary>True and false: the order of booleans.</summary>
internal readonly struct TruthGreaterLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~Truth.IsFalse(x) & Truth.IsFalse(y);
}

internal readonly struct TruthGreaterEqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => ~Truth.IsFalse(x) | Truth.IsFalse(y);
}

internal readonly struct TruthLessLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Truth.IsFalse(x) & ~Truth.IsFalse(y);
}

internal readonly struct TruthLessEqualLanes<T> : IVectorRelation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) => Truth.IsFalse(x) | ~Truth.IsFalse(y);
}
