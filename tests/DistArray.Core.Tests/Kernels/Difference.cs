using System.Numerics;
using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Kernels;

/// <summary>How far results are from NumPy's, in units in the last place; infinite where NaN, an infinity or the sign of a zero differs.</summary>
internal readonly record struct Difference(double Ulp, int Index, string Text)
{
    /// <summary>The largest difference. Complex numbers differ in units of their larger part.</summary>
    /// <param name="zeros">Whether 0 and -0 differ.</param>
    public static Difference Largest(ElementType type, byte[] actual, byte[] expected, bool zeros) => type switch
    {
        ElementType.Float32 => Of(Cast<float>(actual), Cast<float>(expected), (x, y) => Float(x, y, zeros)),
        ElementType.Float64 => Of(Cast<double>(actual), Cast<double>(expected), (x, y) => Double(x, y, zeros)),
        ElementType.Complex64 => Of(Cast<Complex64>(actual), Cast<Complex64>(expected), (x, y) => Complex32(x, y, zeros)),
        ElementType.Complex128 => Of(Cast<Complex>(actual), Cast<Complex>(expected), (x, y) => Complex128(x, y, zeros)),
        _ => Bytes(ElementTypes.SizeOf(type), actual, expected),
    };

    public override string ToString() => $"{Ulp} ulp at {Index}: {Text}";

    private static T[] Cast<T>(byte[] bytes) where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes).ToArray();

    private static Difference Of<T>(T[] actual, T[] expected, Func<T, T, double> ulp)
    {
        Difference largest = default;
        for (int i = 0; i < expected.Length; i++)
            if (ulp(actual[i], expected[i]) is double difference && difference > largest.Ulp) largest = new(difference, i, $"{actual[i]:R} for {expected[i]:R}");
        return largest;
    }

    private static Difference Bytes(int size, byte[] actual, byte[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
            if (actual[i] != expected[i]) return new(double.PositiveInfinity, i / size, $"byte {i}: {actual[i]} for {expected[i]}");
        return default;
    }

    private static double Double(double x, double y, bool zeros)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.IsNaN(x) == double.IsNaN(y) ? 0 : double.PositiveInfinity;
        if (x == y) return zeros && double.IsNegative(x) != double.IsNegative(y) ? double.PositiveInfinity : 0;
        if (double.IsInfinity(x) || double.IsInfinity(y)) return double.PositiveInfinity;
        return Math.Abs((double)(Order(x) - Order(y)));
    }

    private static double Float(float x, float y, bool zeros)
    {
        if (!float.IsFinite(x) || !float.IsFinite(y) || x == y) return Double(x, y, zeros);
        return Math.Abs((double)(Order(x) - Order(y)));
    }

    private static double Complex128(Complex x, Complex y, bool zeros)
    {
        double unit = Math.BitIncrement(Math.Max(Math.Abs(y.Real), Math.Abs(y.Imaginary)));
        unit -= Math.BitDecrement(unit);
        return Math.Max(Part(x.Real, y.Real, unit, zeros), Part(x.Imaginary, y.Imaginary, unit, zeros));
    }

    private static double Complex32(Complex64 x, Complex64 y, bool zeros)
    {
        float unit = MathF.BitIncrement(Math.Max(Math.Abs(y.Real), Math.Abs(y.Imaginary)));
        unit -= MathF.BitDecrement(unit);
        return Math.Max(Part(x.Real, y.Real, unit, zeros), Part(x.Imaginary, y.Imaginary, unit, zeros));
    }

    private static double Part(double x, double y, double unit, bool zeros) =>
        !double.IsFinite(x) || !double.IsFinite(y) || x == y ? Double(x, y, zeros) : double.IsFinite(unit) ? Math.Abs(x - y) / unit : 0;

    private static long Order(double value) => BitConverter.DoubleToInt64Bits(value) is var bits && bits < 0 ? long.MinValue - bits : bits;

    private static long Order(float value) => BitConverter.SingleToInt32Bits(value) is var bits && bits < 0 ? int.MinValue - bits : bits;
}
