namespace DistArray;

/// <summary>Halo widths of all ranks: the same everywhere, or gathered where they differ.</summary>
internal sealed class HaloWidths
{
    private readonly int[] _low;
    private readonly int[] _high;
    private readonly int[]? _all;

    private HaloWidths(int[] low, int[] high, int[]? all)
    {
        _low = low;
        _high = high;
        _all = all;
    }

    /// <summary>Whether every rank with a place has the same widths.</summary>
    public bool AreEqual => _all is null;

    /// <summary>Compares the ranks' widths and a number each that must be equal; throws on every rank where they differ.</summary>
    /// <remarks><b>Collective.</b> One all-reduce, and an all-gather where the widths differ.</remarks>
    public static HaloWidths Agree(Distribution distribution, HaloRules rules)
    {
        int ndim = distribution.NDim;
        ICommunicator communicator = distribution.Communicator;
        // Smallest values, and negated the largest ones.
        var extremes = new long[4 + (4 * ndim)];
        extremes[0] = rules.Signature;
        extremes[1] = -rules.Signature;
        if (rules.Shift is { } shift) (extremes[^2], extremes[^1]) = distribution.LocalSize > 0 ? (distribution.HaloLow[shift.Axis], distribution.HaloHigh[shift.Axis]) : (int.MaxValue, int.MaxValue);
        for (int axis = 0; axis < ndim; axis++)
        {
            Span<long> own = extremes.AsSpan(2 + (4 * axis), 4);
            own.Fill(int.MaxValue);
            if (distribution.IsMember) (own[0], own[1], own[2], own[3]) = (distribution.HaloLow[axis], -distribution.HaloLow[axis], distribution.HaloHigh[axis], -distribution.HaloHigh[axis]);
        }
        communicator.Allreduce<long>(extremes, extremes, Operation<long>.Min);
        if (extremes[0] != -extremes[1]) throw new ArgumentException("The options of a halo update differ between the ranks. Give the same ones on every rank.");
        rules.Shift?.Check(extremes[^2], extremes[^1], distribution.Shape[rules.Shift.Value.Axis]);
        int[] low = distribution.HaloLow.ToArray(), high = distribution.HaloHigh.ToArray();
        bool equal = true;
        for (int axis = 0; axis < ndim; axis++) equal &= extremes[2 + (4 * axis)] == -extremes[3 + (4 * axis)] && extremes[4 + (4 * axis)] == -extremes[5 + (4 * axis)];
        if (equal) return new HaloWidths(low, high, null);
        var all = new int[2 * ndim * communicator.Size];
        communicator.Allgather<int>((int[])[.. low, .. high], all);
        return new HaloWidths(low, high, all);
    }

    public int Low(int rank, int axis) => _all is null ? _low[axis] : _all[(2 * _low.Length * rank) + axis];

    public int High(int rank, int axis) => _all is null ? _high[axis] : _all[(((2 * rank) + 1) * _low.Length) + axis];
}
