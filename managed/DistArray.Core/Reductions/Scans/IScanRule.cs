using System.Numerics;

namespace DistArray;

/// <summary>How a scan goes on from an element to the next.</summary>
internal interface IScanRule<T, TResult>
{
    /// <summary>What the first element is combined with.</summary>
    static abstract TResult Identity { get; }

    /// <returns>Whether the type of the results can hold it.</returns>
    static abstract bool TryCombine(TResult before, T value, out TResult result);
}

/// <summary>Running sums.</summary>
internal readonly struct SumRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult Identity => TResult.Zero;

    public static bool TryCombine(TResult before, T value, out TResult result)
    {
        if (ReductionTypes.IsInteger(ElementTypes.Of<TResult>())) return ReductionTypes.TryNarrow(Int128.CreateTruncating(before) + Int128.CreateTruncating(value), out result);
        result = before + TResult.CreateTruncating(value);
        return true;
    }
}

/// <summary>Running products.</summary>
internal readonly struct ProductRule<T, TResult> : IScanRule<T, TResult> where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    public static TResult Identity => TResult.One;

    public static bool TryCombine(TResult before, T value, out TResult result)
    {
        if (ReductionTypes.IsInteger(ElementTypes.Of<TResult>()))
        {
            Int128 x = Int128.CreateTruncating(before), y = Int128.CreateTruncating(value);
            result = default;
            return (UInt128)Int128.Abs(x) * (UInt128)Int128.Abs(y) <= ulong.MaxValue && ReductionTypes.TryNarrow(x * y, out result);
        }
        result = before * TResult.CreateTruncating(value);
        return true;
    }
}
