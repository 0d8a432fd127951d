using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Testing.Assertions;

/// <summary>How far apart two elements of any element type are.</summary>
internal static class ElementDistance
{
    /// <summary>|a - b|; NaN where one of them is.</summary>
    public static double Of<T>(T a, T b) where T : unmanaged
    {
        if (AsComplex(a) is { } x && AsComplex(b) is { } y) return Complex.Abs(x - y);
        if (AsWhole(a) is { } m && AsWhole(b) is { } n) return (double)(m > n ? m - n : n - m);
        return Math.Abs(AsReal(a) - AsReal(b));
    }

    /// <summary>Whether all bits are the same, or both are some NaN.</summary>
    public static bool SameBits<T>(T a, T b) where T : unmanaged
    {
        if (AsComplex(a) is { } x && AsComplex(b) is { } y) return SameBits(x.Real, y.Real) && SameBits(x.Imaginary, y.Imaginary);
        return Bytes(ref a).SequenceEqual(Bytes(ref b)) || (AsWhole(a) is null && double.IsNaN(AsReal(a)) && double.IsNaN(AsReal(b)));
    }

    /// <summary>How many floating-point numbers lie between, the last one included; infinite where one is NaN.</summary>
    /// <exception cref="NotSupportedException">The type is none of floating-point numbers.</exception>
    public static double Ulps<T>(T a, T b) where T : unmanaged => (a, b) switch
    {
        (double x, double y) => double.IsNaN(x) || double.IsNaN(y) ? double.PositiveInfinity : (double)Int128.Abs(Ordered(x) - (Int128)Ordered(y)),
        (float x, float y) => float.IsNaN(x) || float.IsNaN(y) ? double.PositiveInfinity : Math.Abs(Ordered(x) - Ordered(y)),
        (Complex x, Complex y) => Math.Max(Ulps(x.Real, y.Real), Ulps(x.Imaginary, y.Imaginary)),
        (Complex64 x, Complex64 y) => Math.Max(Ulps(x.Real, y.Real), Ulps(x.Imaginary, y.Imaginary)),
        _ => throw new NotSupportedException($"Units in the last place are for float, double and complex numbers, not {typeof(T).Name}. Ask for equal elements."),
    };

    /// <summary>The element in words, to the last bit.</summary>
    public static string Text<T>(T element) where T : unmanaged =>
        element is float or double or Complex ? ((IFormattable)element).ToString("R", System.Globalization.CultureInfo.InvariantCulture)
        : element is IFormattable formattable ? formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : $"{element}";

    private static Complex? AsComplex<T>(T element) => element switch
    {
        Complex value => value,
        Complex64 value => new Complex(value.Real, value.Imaginary),
        _ => null,
    };

    private static Int128? AsWhole<T>(T element) => element switch
    {
        sbyte value => value,
        byte value => value,
        short value => value,
        ushort value => value,
        int value => value,
        uint value => value,
        long value => value,
        ulong value => value,
        bool value => value ? 1 : 0,
        Logical32 value => (bool)value ? 1 : 0,
        Logical64 value => (bool)value ? 1 : 0,
        _ => null,
    };

    private static double AsReal<T>(T element) => element switch
    {
        double value => value,
        float value => value,
        _ => throw new NotSupportedException($"Elements of type {typeof(T).Name} cannot be compared."),
    };

    private static long Ordered(double value) => BitConverter.DoubleToInt64Bits(value) is var bits and < 0 ? long.MinValue - bits : BitConverter.DoubleToInt64Bits(value);

    private static long Ordered(float value) => BitConverter.SingleToInt32Bits(value) is var bits and < 0 ? int.MinValue - (long)bits : BitConverter.SingleToInt32Bits(value);

    private static ReadOnlySpan<byte> Bytes<T>(ref T element) where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<T, byte>(ref element), Unsafe.SizeOf<T>());
}
