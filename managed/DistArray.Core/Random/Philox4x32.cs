namespace DistArray;

/// <summary>Philox4x32-10: random bits as a function of a key and a counter, so that every rank can draw any number without the ones before it.</summary>
/// <remarks>J. Salmon, M. Moraes, R. Dror, D. Shaw: Parallel random numbers, as easy as 1, 2, 3 (SC11); Random123's philox4x32_10.</remarks>
public static class Philox4x32
{
    private const int Rounds = 10;

    /// <summary>Four words of random bits.</summary>
    /// <param name="seed">The key; its low word is the first.</param>
    /// <param name="counter">Low two words of the counter: which draw.</param>
    /// <param name="stream">High two words of the counter: which sequence.</param>
    /// <returns>Four words, each uniform.</returns>
    public static (uint X0, uint X1, uint X2, uint X3) Generate(ulong seed, ulong counter, ulong stream = 0)
    {
        uint x0 = (uint)counter, x1 = (uint)(counter >> 32), x2 = (uint)stream, x3 = (uint)(stream >> 32);
        uint k0 = (uint)seed, k1 = (uint)(seed >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = 0xD2511F53UL * x0, b = 0xCD9E8D57UL * x2;
            (x0, x1, x2, x3) = ((uint)(b >> 32) ^ x1 ^ k0, (uint)b, (uint)(a >> 32) ^ x3 ^ k1, (uint)a);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }
        return (x0, x1, x2, x3);
    }

    /// <summary>Two real numbers, uniform in [0, 1), with 53 bits each.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="counter">Which draw.</param>
    /// <param name="stream">Which sequence.</param>
    public static (double First, double Second) Uniform(ulong seed, ulong counter, ulong stream = 0)
    {
        var (x0, x1, x2, x3) = Generate(seed, counter, stream);
        return (ToUnit(x0, x1), ToUnit(x2, x3));
    }

    /// <summary>Two independent real numbers, normal with mean 0 and standard deviation 1.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="counter">Which draw.</param>
    /// <param name="stream">Which sequence.</param>
    /// <remarks>The Box-Muller transform of <see cref="Uniform"/>.</remarks>
    public static (double First, double Second) Normal(ulong seed, ulong counter, ulong stream = 0)
    {
        var (first, second) = Uniform(seed, counter, stream);
        double radius = Math.Sqrt(-2 * Math.Log(1 - first));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * second);
        return (radius * cosine, radius * sine);
    }

    private static double ToUnit(uint low, uint high) => ((((ulong)high << 32) | low) >> 11) * (1.0 / (1UL << 53));
}
