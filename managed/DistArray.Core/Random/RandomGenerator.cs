namespace DistArray;

/// <summary>Makes distributed arrays of random numbers that are the same on any number of ranks and in any distribution.</summary>
/// <remarks>Element number i in row-major order of the whole array comes from counter i/2 of <see cref="Philox4x32"/>, the first number of the pair where i is
/// even. Each array takes the next stream, 0 first; so make them in the same order on every rank.</remarks>
public sealed class RandomGenerator
{
    private ulong _seed, _stream;

    internal RandomGenerator(ulong seed) => _seed = seed;

    /// <summary>Where the generator is: one that is given the state of another goes on as that one does.</summary>
    /// <remarks>Local: set it on every rank alike. As numpy.random.Generator.bit_generator.state.</remarks>
    public RandomGeneratorState State
    {
        get => new(_seed, _stream);
        set => (_seed, _stream) = (value.Seed, value.Stream);
    }

    /// <summary>Numbers that are uniform in [low, high).</summary>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="low">Lower bound, included.</param>
    /// <param name="high">Upper bound, excluded but for rounding.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <remarks>Local. As numpy.random.Generator.uniform, with other numbers.</remarks>
    public DistArray<double> Uniform(Distribution distribution, double low = 0, double high = 1, MemoryOrder order = MemoryOrder.RowMajor) =>
        Draw(distribution, order, Philox4x32.Uniform, low, high - low);

    /// <summary>Numbers of the normal distribution.</summary>
    /// <param name="distribution">Shape and which rank owns which element.</param>
    /// <param name="loc">Mean.</param>
    /// <param name="scale">Standard deviation, not negative.</param>
    /// <param name="order">Which index varies fastest in memory.</param>
    /// <returns>A new array; its halo is 0.</returns>
    /// <remarks>Local. As numpy.random.Generator.normal, with other numbers.</remarks>
    public DistArray<double> Normal(Distribution distribution, double loc = 0, double scale = 1, MemoryOrder order = MemoryOrder.RowMajor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        return Draw(distribution, order, Philox4x32.Normal, loc, scale);
    }

    private DistArray<double> Draw(Distribution distribution, MemoryOrder order, Func<ulong, ulong, ulong, (double First, double Second)> draw, double offset, double scale)
    {
        DistArray<double> array = Np.Zeros<double>(distribution, order);
        LocalView<double> view = array.LocalView;
        ulong stream = _stream++, drawn = ulong.MaxValue; // neighbours share a draw
        (double First, double Second) pair = default;
        foreach (OwnedElement element in new OwnedElements(distribution))
        {
            ulong index = 0;
            for (int axis = 0; axis < distribution.NDim; axis++) index = (index * (ulong)distribution.Shape[axis]) + (ulong)element.Global[axis];
            if (index / 2 != drawn) pair = draw(_seed, drawn = index / 2, stream);
            view[element.Local] = offset + (scale * (index % 2 == 0 ? pair.First : pair.Second));
        }
        return array;
    }
}
