namespace DistArray;

/// <summary>Options that fit the axes of a distribution.</summary>
internal sealed class HaloRules
{
    private static readonly HaloOptions s_shifted = new() { Corners = false };

    public HaloRules(Distribution distribution, HaloOptions? options)
    {
        int ndim = distribution.NDim;
        Corners = options?.Corners ?? true;
        HaloBoundary all = options?.Boundary ?? HaloBoundary.Untouched;
        if (options?.Boundaries is { } given && given.Count != ndim)
            throw new ArgumentException($"There are {given.Count} boundaries for {ndim} axes. Give one pair each an axis.", nameof(options));
        Low = new HaloBoundary[ndim];
        High = new HaloBoundary[ndim];
        for (int axis = 0; axis < ndim; axis++)
        {
            (Low[axis], High[axis]) = options?.Boundaries is { } pairs ? pairs[axis] : (all, all);
            if (Low[axis] is null || High[axis] is null) throw new ArgumentException($"A boundary of axis {axis} is null. Use HaloBoundary.Untouched.", nameof(options));
            if (distribution.Periodic[axis]) Low[axis] = High[axis] = HaloBoundary.Untouched;
            HasEnds |= IsSet(Low[axis].Kind) || IsSet(High[axis].Kind);
            HasFunctions |= Low[axis].Kind == HaloEndKind.Function || High[axis].Kind == HaloEndKind.Function;
        }
    }

    /// <summary>The rules that fill what a view reads that is shifted along an axis: its ghosts on one side, physical ends untouched.</summary>
    public HaloRules(Distribution distribution, HaloShiftKey shift) : this(distribution, s_shifted) => Shift = shift;

    /// <summary>The shift that is to be read; null where all ghosts are exchanged.</summary>
    public HaloShiftKey? Shift { get; }

    public bool Corners { get; }

    public HaloBoundary[] Low { get; }

    public HaloBoundary[] High { get; }

    /// <summary>Whether an end has a fixed value or a function.</summary>
    public bool HasEnds { get; }

    public bool HasFunctions { get; }

    /// <summary>Kinds of all ends and corners: what the exchange depends on.</summary>
    public bool IsExchangedLike(HaloRules other)
    {
        if (Corners != other.Corners || Shift != other.Shift) return false;
        for (int axis = 0; axis < Low.Length; axis++)
            if (Low[axis].Kind != other.Low[axis].Kind || High[axis].Kind != other.High[axis].Kind) return false;
        return true;
    }

    /// <summary>A number of the kinds, for ranks to compare.</summary>
    public long Signature
    {
        get
        {
            long signature = (Corners ? 1 : 0) + (Shift is { } shift ? 2 + (((shift.Axis * 1000003L) + shift.Offset) * 4) : 0);
            for (int axis = 0; axis < Low.Length; axis++) signature = unchecked((((signature * 31) + (int)Low[axis].Kind) * 31) + (int)High[axis].Kind);
            return signature & 0xFFFF_FFFF_FFFF;
        }
    }

    /// <summary>How many ghosts at the low side of an axis are exchanged at most.</summary>
    public int MostLow(int axis) => Shift is not { } shift ? int.MaxValue : axis == shift.Axis ? Math.Max(0, -shift.Offset) : 0;

    /// <summary>How many ghosts at the high side of an axis are exchanged at most.</summary>
    public int MostHigh(int axis) => Shift is not { } shift ? int.MaxValue : axis == shift.Axis ? Math.Max(0, shift.Offset) : 0;

    public void CheckType(ElementType type)
    {
        foreach (HaloBoundary boundary in Low.Concat(High))
        {
            if (boundary.ElementType is { } own && own != type)
                throw new ArgumentException($"A boundary is of {ElementTypes.NameOf(own)}, but an array has elements of {ElementTypes.NameOf(type)}. Update arrays of each type with options of their own.");
        }
    }

    public static bool IsSet(HaloEndKind kind) => kind is HaloEndKind.Fixed or HaloEndKind.Function;
}
