using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>How a scan goes on from an element to the next.</summary>
internal interface IScanRule<T, TResult>
{
    /// <summary>The first result.</summary>
    static abstract TResult First(T value, ref bool fits);

    /// <summary>The next result.</summary>
    /// <param name="before">The result before.</param>
    /// <param name="value">The element.</param>
    /// <param name="fits">Set to false where the type of the results cannot hold it.</param>
    static abstract TResult Combine(TResult before, T value, ref bool fits);
}

/// <summary>Running sums.</summary>
internal readonly struct SumRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult First(T value, ref bool fits) => ScanNumber.To<T, TResult>(value, ref fits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Combine(TResult before, T value, ref bool fits)
    {
        if (!ReductionTypes.IsInteger<TResult>()) return before + ScanNumber.To<T, TResult>(value, ref fits);
        fits &= ReductionTypes.TryNarrow(Int128.CreateTruncating(before) + Int128.CreateTruncating(value), out TResult result);
        return result;
    }
}

/// <summary>Running products.</summary>
internal readonly struct ProductRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult First(T value, ref bool fits) => ScanNumber.To<T, TResult>(value, ref fits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Combine(TResult before, T value, ref bool fits)
    {
        if (!ReductionTypes.IsInteger<TResult>()) return before * ScanNumber.To<T, TResult>(value, ref fits);
        Int128 x = Int128.CreateTruncating(before), y = Int128.CreateTruncating(value);
        TResult result = default;
        fits &= (UInt128)Int128.Abs(x) * (UInt128)Int128.Abs(y) <= ulong.MaxValue && ReductionTypes.TryNarrow(x * y, out result);
        return result;
    }
}

/// <summary>Brings elements to the type of the results.</summary>
internal static class ScanNumber
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult To<T, TResult>(T value, ref bool fits) where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
    {
        if (typeof(T) == typeof(TResult)) return Unsafe.BitCast<T, TResult>(value);
        if (!ReductionTypes.IsInteger<TResult>()) return TResult.CreateTruncating(value);
        fits &= ReductionTypes.TryNarrow(Int128.CreateTruncating(value), out TResult result);
        return result;
    }
}
