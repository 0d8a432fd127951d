using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>How a scan goes on from an element to the next.</summary>
internal interface IScanRule<T, TResult>
{
    /// <summary>What the first element is combined with.</summary>
    static abstract TResult Identity { get; }

    /// <summary>The next result.</summary>
    /// <param name="before">The result before.</param>
    /// <param name="value">The element.</param>
    /// <param name="fits">Set to false where the type of the results cannot hold it.</param>
    static abstract TResult Combine(TResult before, T value, ref bool fits);
}

/// <summary>Running sums.</summary>
internal readonly struct SumRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult Identity => TResult.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Combine(TResult before, T value, ref bool fits)
    {
        if (!ReductionTypes.IsInteger<TResult>()) return before + (typeof(T) == typeof(TResult) ? Unsafe.BitCast<T, TResult>(value) : TResult.CreateTruncating(value));
        fits &= ReductionTypes.TryNarrow(Int128.CreateTruncating(before) + Int128.CreateTruncating(value), out TResult result);
        return result;
    }
}

/// <summary>Running products.</summary>
internal readonly struct ProductRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult Identity => TResult.One;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Combine(TResult before, T value, ref bool fits)
    {
        if (!ReductionTypes.IsInteger<TResult>()) return before * (typeof(T) == typeof(TResult) ? Unsafe.BitCast<T, TResult>(value) : TResult.CreateTruncating(value));
        Int128 x = Int128.CreateTruncating(before), y = Int128.CreateTruncating(value);
        TResult result = default;
        fits &= (UInt128)Int128.Abs(x) * (UInt128)Int128.Abs(y) <= ulong.MaxValue && ReductionTypes.TryNarrow(x * y, out result);
        return result;
    }
}
