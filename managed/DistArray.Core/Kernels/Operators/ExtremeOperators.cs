using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>The larger; NaN where one is NaN.</summary>
internal readonly struct MaximumLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) =>
        Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, y) | ~Vector512.Equals(x, x), x, y);
}

/// <summary>The smaller; NaN where one is NaN.</summary>
internal readonly struct MinimumLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, y) | ~Vector512.Equals(x, x), x, y);
}

/// <summary>The larger; NaN only where both are NaN.</summary>
internal readonly struct FMaxLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) =>
        Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(x, y) | ~Vector512.Equals(y, y), x, y);
}

/// <summary>The smaller; NaN only where both are NaN.</summary>
internal readonly struct FMinLanes<T> : IVectorBinary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, y) | ~Vector512.Equals(y, y), x, y);
}

/// <summary>The smaller of the upper limit and the larger of the element and the lower limit, in this order; NaN where one is NaN.</summary>
internal readonly struct ClipLanes<T> : IVectorTernary<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Invoke(Vector512<T> x, Vector512<T> y, Vector512<T> z)
    {
        Vector512<T> above = Vector512.ConditionalSelect(Vector512.GreaterThan(x, y) | ~Vector512.Equals(x, x), x, y);
        return Vector512.ConditionalSelect(Vector512.LessThan(above, z) | ~Vector512.Equals(above, above), above, z);
    }
}
