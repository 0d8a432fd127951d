namespace DistArray.Cli.Plotting.Fields;

/// <summary>Points of an axis that are read.</summary>
/// <param name="Start">The first one.</param>
/// <param name="Step">Distance of two of them, 1 or more.</param>
/// <param name="Count">How many.</param>
internal readonly record struct AxisPart(long Start, long Step, int Count)
{
    public static AxisPart One(long index) => new(index, 1, 1);

    public AxisIndex ToIndex() => new Slice(Start, Start + ((Count - 1) * Step) + 1, Step);
}
