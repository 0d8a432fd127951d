namespace DistArray.Cli.Files;

/// <summary>A box of an array.</summary>
/// <param name="First">Its first index of each axis.</param>
/// <param name="Shape">Its extents.</param>
internal readonly record struct ArrayPart(long[] First, long[] Shape)
{
    /// <summary>What is read or written of each axis.</summary>
    public AxisIndex[] Indices => [.. First.Zip(Shape, (first, count) => (AxisIndex)Np.Slice(first, first + count, 1))];
}
