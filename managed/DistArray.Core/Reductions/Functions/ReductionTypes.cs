using System.Numerics;

namespace DistArray;

/// <summary>Which type a reduction may have its result in, and how states become it.</summary>
internal static class ReductionTypes
{
    public static bool IsInteger(ElementType type) => type is >= ElementType.Int8 and <= ElementType.UInt64;

    /// <summary>The same, where the compiler knows the type.</summary>
    public static bool IsInteger<T>() where T : unmanaged => typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte) || typeof(T) == typeof(short) || typeof(T) == typeof(ushort)
        || typeof(T) == typeof(int) || typeof(T) == typeof(uint) || typeof(T) == typeof(long) || typeof(T) == typeof(ulong);

    public static bool IsComplex(ElementType type) => type is ElementType.Complex64 or ElementType.Complex128;

    public static bool IsReal(ElementType type) => type is ElementType.Float32 or ElementType.Float64;

    public static bool IsSingle<T>() where T : unmanaged => ElementTypes.Of<T>() is ElementType.Float32 or ElementType.Complex64;

    /// <summary>Checks that sums of elements of a type can be held by another.</summary>
    /// <exception cref="NotSupportedException">They cannot, or the elements are no numbers.</exception>
    public static void CheckSum<TResult>(string name, ElementType type) where TResult : unmanaged
    {
        ElementType result = ElementTypes.Of<TResult>();
        if (type is ElementType.Boolean or ElementType.Logical32 or ElementType.Logical64)
            throw new NotSupportedException($"{name}: elements of type {type} are no numbers. Use CountNonZero(), Any() or All().");
        if (IsInteger(type) || type == result || Widens(type, result)) return;
        throw new NotSupportedException($"{name}: elements of type {type} are not summed as {typeof(TResult).Name}, which holds less. Use the same type or a wider one.");
    }

    /// <summary>Checks that means of elements of a type can be held by another.</summary>
    /// <exception cref="NotSupportedException">They cannot, or the elements are no numbers.</exception>
    public static void CheckMean<TResult>(string name, ElementType type) where TResult : unmanaged
    {
        if (IsInteger(ElementTypes.Of<TResult>()))
            throw new NotSupportedException($"{name}: {typeof(TResult).Name} cannot hold the result. Use {name}<double>().");
        CheckSum<TResult>(name, type);
    }

    /// <summary>Checks that variances of elements of a type can be held by another.</summary>
    /// <exception cref="NotSupportedException">They cannot, or the elements are no numbers.</exception>
    public static void CheckVariance<TResult>(string name, ElementType type) where TResult : unmanaged
    {
        ElementType result = ElementTypes.Of<TResult>();
        if (result is not (ElementType.Float32 or ElementType.Float64))
            throw new NotSupportedException($"{name}: {typeof(TResult).Name} cannot hold the result, which is real. Use {name}<double>().");
        CheckSum<TResult>(name, type switch { ElementType.Complex64 => ElementType.Float32, ElementType.Complex128 => ElementType.Float64, _ => type });
    }

    /// <summary>An exact integer in the type of a result.</summary>
    /// <returns>Whether the type can hold it; real and complex types take what is nearest.</returns>
    public static bool TryNarrow<TState, TResult>(TState state, out TResult result)
        where TState : unmanaged, IBinaryInteger<TState> where TResult : unmanaged, INumberBase<TResult>
    {
        result = TResult.CreateTruncating(state);
        return !IsInteger<TResult>() || (TState.CreateTruncating(result) == state && TResult.IsNegative(result) == TState.IsNegative(state));
    }

    public static OverflowException Overflow<TResult>(string name, string what) =>
        new($"{name}: {what} does not fit into {typeof(TResult).Name}. Use a wider type, such as {name}<long>() or {name}<double>().");

    private static bool Widens(ElementType from, ElementType to) => (from, to) is
        (ElementType.Float32, ElementType.Float64 or ElementType.Complex64 or ElementType.Complex128)
        or (ElementType.Float64 or ElementType.Complex64, ElementType.Complex128);
}
