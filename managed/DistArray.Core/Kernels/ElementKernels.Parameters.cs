using System.Collections.Concurrent;

namespace DistArray;

// Functions that have parameters beside their operands: one instance each values.
internal static partial class ElementKernels
{
    private static readonly ConcurrentDictionary<(ElementType Type, int Decimals), ElementKernel> s_rounds = new();
    private static readonly ConcurrentDictionary<(ElementType Type, double NaN, double? PosInf, double? NegInf), ElementKernel> s_replacements = new();

    /// <summary>numpy.round.</summary>
    public static ElementKernel FindRound(ElementType type, int decimals) => type switch
    {
        ElementType.Float32 or ElementType.Float64 or ElementType.Complex64 or ElementType.Complex128 when decimals == 0 => Find(Ufunc.Rint, type),
        >= ElementType.Int8 and <= ElementType.UInt64 when decimals >= 0 => Find(Ufunc.Positive, type),
        _ => s_rounds.GetOrAdd((type, decimals), static key => CreateRound(key.Type, key.Decimals)),
    };

    /// <summary>numpy.nan_to_num; without limits they are the largest numbers of the type.</summary>
    public static ElementKernel FindNanToNum(ElementType type, double nan, double? posInf, double? negInf) =>
        type < ElementType.Float32 || type > ElementType.Complex128 || (nan == 0 && posInf is null && negInf is null)
            ? Find(Ufunc.NanToNum, type)
            : s_replacements.GetOrAdd((type, nan, posInf, negInf), static key => key.Type is ElementType.Float32 or ElementType.Complex64
                ? new NanToNumKernel<float>(key.Type, key.NaN, key.PosInf, key.NegInf)
                : new NanToNumKernel<double>(key.Type, key.NaN, key.PosInf, key.NegInf));

    private static ElementKernel CreateRound(ElementType type, int decimals) => type switch
    {
        ElementType.Int8 => new RoundIntegerKernel<sbyte>(type, decimals),
        ElementType.UInt8 => new RoundIntegerKernel<byte>(type, decimals),
        ElementType.Int16 => new RoundIntegerKernel<short>(type, decimals),
        ElementType.UInt16 => new RoundIntegerKernel<ushort>(type, decimals),
        ElementType.Int32 => new RoundIntegerKernel<int>(type, decimals),
        ElementType.UInt32 => new RoundIntegerKernel<uint>(type, decimals),
        ElementType.Int64 => new RoundIntegerKernel<long>(type, decimals),
        ElementType.UInt64 => new RoundIntegerKernel<ulong>(type, decimals),
        ElementType.Float32 or ElementType.Complex64 => new RoundKernel<float>(type, decimals),
        ElementType.Float64 or ElementType.Complex128 => new RoundKernel<double>(type, decimals),
        _ => throw new NotSupportedException($"Round: not defined for {ElementTypes.NameOf(type)} elements. Use AsType<double>() first."),
    };
}
