using System.Numerics;

namespace DistArray.Core.Tests.Kernels;

using Random = System.Random;

/// <summary>Values to try kernels on: every pair of special ones, then random ones of all sizes.</summary>
internal static class KernelValues
{
    private const int Ordinary = 8192;

    private static readonly double[] s_specials =
    [
        0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324, -5e-324, 1e-310, 1e-40, double.MaxValue, double.MinValue, 0.5, -0.5, 1.5, 2.5, -2.5,
        2, -2, 3, 10, 1000, 8, 1e22, -1e22, 1e300, 88.7, 709.7, 709.8, -745, 710.5, -710.5, 1e-8, -1e-8, 1e-20, Math.PI, Math.PI / 2, 100_000, 1e15, 3e38, 1.2e-38, 4503599627370497.5,
    ];

    /// <summary>Operand number 0, 1 or 2 of a function of some type.</summary>
    public static byte[] Operand(Ufunc ufunc, ElementType type, int operand, int count = Ordinary) => type switch
    {
        ElementType.Boolean => Make(count, operand, [false, true], random => random.Next(2) == 1),
        ElementType.Logical32 => Make(count, operand, [0, 1, -1, 256], random => random.Next(-1, 2)),
        ElementType.Logical64 => Make(count, operand, [0L, 1, -1, 1L << 40], random => random.Next(-1, 2)),
        ElementType.Int8 => Integers<sbyte>(count, ufunc, operand),
        ElementType.UInt8 => Integers<byte>(count, ufunc, operand),
        ElementType.Int16 => Integers<short>(count, ufunc, operand),
        ElementType.UInt16 => Integers<ushort>(count, ufunc, operand),
        ElementType.Int32 => Integers<int>(count, ufunc, operand),
        ElementType.UInt32 => Integers<uint>(count, ufunc, operand),
        ElementType.Int64 => Integers<long>(count, ufunc, operand),
        ElementType.UInt64 => Integers<ulong>(count, ufunc, operand),
        ElementType.Float32 => Make(count, operand, Array.ConvertAll(s_specials, value => (float)value), random => (float)Real(random, 38)),
        ElementType.Float64 => Make(count, operand, s_specials, random => Real(random, 300)),
        ElementType.Complex64 => Make(count, operand, Complexes(), random => new Complex(Part(random), Part(random)), value => (Complex64)value),
        _ => Make(count, operand, Complexes(), random => new Complex(Part(random), Part(random))),
    };

    /// <summary>Reals of all sizes, and of those where functions are busy.</summary>
    public static double Real(Random random, int exponent)
    {
        double unit = (2 * random.NextDouble()) - 1;
        return random.Next(6) switch
        {
            0 => unit,
            1 => 50 * unit,
            2 => unit * Math.Pow(10, exponent * ((2 * random.NextDouble()) - 1)),
            3 => 1 + (unit * Math.Pow(10, -15 * random.NextDouble())),
            4 => random.Next(-20, 21) / 2.0,
            _ => 700 * unit,
        };
    }

    private static double Part(Random random) => random.Next(4) switch
    {
        0 => random.Next(-3, 4),
        1 => 10 * random.NextDouble(),
        2 => (2 * random.NextDouble()) - 1,
        _ => ((2 * random.NextDouble()) - 1) * Math.Pow(10, random.Next(-8, 3)),
    };

    // Nine values in either part.
    private static Complex[] Complexes()
    {
        double[] parts = [0, -0.0, 1, -1, 2, 0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity];
        return [.. parts.SelectMany(real => parts, (real, imaginary) => new Complex(real, imaginary))];
    }

    private static byte[] Integers<T>(int count, Ufunc ufunc, int operand) where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        T[] specials = [T.Zero, T.One, T.Zero - T.One, T.MinValue, T.MaxValue, T.MinValue + T.One, T.CreateTruncating(2), T.CreateTruncating(7), T.CreateTruncating(-7), T.CreateTruncating(12), T.CreateTruncating(64), T.CreateTruncating(31)];
        bool power = ufunc == Ufunc.Power && operand == 1, shift = ufunc is Ufunc.LeftShift or Ufunc.RightShift && operand == 1;
        T Random(Random random) => shift ? T.CreateTruncating(random.Next(-2, 70)) : power ? T.CreateTruncating(random.Next(0, 70))
            : random.Next(2) == 0 ? T.CreateTruncating(random.Next(-20, 20)) : T.CreateTruncating(random.NextInt64(long.MinValue, long.MaxValue));
        T Exponent(T value) => power && T.IsNegative(value) ? value == T.MinValue ? T.Zero : -value : value;
        return Make(count, operand, specials, Random, Exponent);
    }

    private static byte[] Make<T>(int count, int operand, T[] specials, Func<Random, T> next) where T : unmanaged => Make(count, operand, specials, next, value => value);

    // The first operand runs through the specials slowly, the second fast.
    private static byte[] Make<TValue, T>(int count, int operand, TValue[] specials, Func<Random, TValue> next, Func<TValue, T> convert) where T : unmanaged
    {
        var random = new Random(17 + operand);
        var values = new T[Math.Max(count, (specials.Length * specials.Length + 63) / 64 * 64)];
        for (int i = 0; i < values.Length; i++)
        {
            int special = operand switch { 0 => i / specials.Length, 1 => i % specials.Length, _ => i * 7 % specials.Length };
            values[i] = convert(i < specials.Length * specials.Length ? specials[special] : next(random));
        }
        return KernelRun.Bytes(values);
    }
}
