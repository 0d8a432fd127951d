namespace DistArray;

/// <summary>All that determines the arrays that a <see cref="RandomGenerator"/> makes from here on.</summary>
/// <param name="Seed">The seed that it was made with.</param>
/// <param name="Stream">The stream that its next array takes.</param>
public readonly record struct RandomGeneratorState(ulong Seed, ulong Stream);
