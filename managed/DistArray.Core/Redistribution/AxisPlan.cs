namespace DistArray;

/// <summary>How one axis of a part is shared with the parts of another map of the axis: which parts have indices in common with this one, and which.</summary>
/// <remarks>Indices are told as this part's local ones, in the order of the global ones, so that both sides of an exchange list the same elements in
/// the same order. A plan knows one part alone; parts are numbered from 0 to <see cref="Count"/> - 1, some of which may share nothing.</remarks>
internal abstract class AxisPlan
{
    /// <summary>Number of parts that may share something.</summary>
    public abstract int Count { get; }

    /// <summary>A part of the other map.</summary>
    public abstract int Part(int number);

    /// <summary>Number of indices shared with it.</summary>
    public abstract int Size(int number);

    /// <summary>The indices shared with it.</summary>
    public abstract IndexList Indices(int number);

    /// <summary>The number of a part of the other map, or -1 where it shares nothing.</summary>
    public abstract int Find(int part);

    /// <summary>Plans an axis. Local; both maps know all parts.</summary>
    /// <param name="mine">Map of this side.</param>
    /// <param name="part">This rank's part of it.</param>
    /// <param name="other">Map of the other side.</param>
    public static AxisPlan Create(DimMap mine, int part, DimMap other) =>
        IntervalPlan.TryCreate(mine, part, other) ?? CyclicPlan.TryCreate(mine, part, other) ?? (AxisPlan)ListedPlan.Of(mine, part, other);
}
