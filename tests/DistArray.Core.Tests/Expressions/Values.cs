namespace DistArray.Core.Tests.Expressions;

/// <summary>Random elements, the awkward ones often.</summary>
internal static class Values
{
    private static readonly double[] s_floats = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1, -1, 5e-324, 1e308, -1e308, 1e-40];
    private static readonly long[] s_integers = [0, -1, 1, long.MinValue, long.MaxValue, int.MinValue, int.MaxValue];

    public static ulong Next(System.Random random, ElementType type)
    {
        double value = random.Next(4) == 0 ? s_floats[random.Next(s_floats.Length)] : (random.NextDouble() * 20) - 10;
        long integer = random.Next(3) == 0 ? s_integers[random.Next(s_integers.Length)] : random.NextInt64(-1000, 1000);
        return type switch
        {
            ElementType.Float64 => BitsKernel.Bits(value),
            ElementType.Float32 => BitsKernel.Bits((float)value),
            ElementType.Boolean => (ulong)random.Next(2),
            ElementType.Int32 => (uint)(int)integer,
            ElementType.Int16 or ElementType.UInt16 => (ushort)integer,
            ElementType.Int8 or ElementType.UInt8 => (byte)integer,
            _ => (ulong)integer,
        };
    }

    /// <summary>Bits that are equal for all values which count as equal: any NaN is one.</summary>
    public static ulong Canonical(ulong bits, ElementType type) => type switch
    {
        ElementType.Float64 when double.IsNaN(BitsKernel.As<double>(bits)) => BitsKernel.Bits(double.NaN),
        ElementType.Float32 when float.IsNaN(BitsKernel.As<float>(bits)) => BitsKernel.Bits(float.NaN),
        _ => bits,
    };
}
