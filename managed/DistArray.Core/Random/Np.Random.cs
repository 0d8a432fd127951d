namespace DistArray;

public static partial class Np
{
    /// <summary>A source of random arrays.</summary>
    /// <param name="seed">Same seed, same numbers.</param>
    /// <returns>A generator to be used on every rank alike.</returns>
    /// <remarks>Local. In the place of numpy.random.default_rng.</remarks>
    public static RandomGenerator Random(ulong seed) => new(seed);
}
