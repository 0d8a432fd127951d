namespace DistArray;

/// <summary>Sets the ghosts beyond physical ends that have a fixed value or a function, axis after axis.</summary>
internal static class HaloEnds
{
    public static void Set<T>(LocalView<T> stored, Distribution distribution, HaloRules rules) where T : unmanaged
    {
        if (!distribution.IsMember) return;
        var axes = new HaloAxis[distribution.NDim];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = HaloPlanner.OwnAxis(distribution, rules, axis);
        for (int axis = 0; axis < axes.Length; axis++)
        {
            Set(stored, axes, axis, HaloSide.Low, rules);
            Set(stored, axes, axis, HaloSide.High, rules);
        }
    }

    private static void Set<T>(LocalView<T> stored, HaloAxis[] axes, int axis, HaloSide side, HaloRules rules) where T : unmanaged
    {
        HaloBoundary boundary = side == HaloSide.Low ? rules.Low[axis] : rules.High[axis];
        int extent = stored.Shape[axis], low = axes[axis].BeyondLow, high = axes[axis].BeyondHigh, count = side == HaloSide.Low ? low : high;
        if (!HaloRules.IsSet(boundary.Kind) || count == 0) return;
        var offset = new long[axes.Length];
        LocalView<T> slab = stored;
        for (int other = 0; other < axes.Length; other++)
        {
            if (other == axis) continue;
            (int start, int length) = Range(axes[other], rules.Corners, stored.Shape[other], other > axis && boundary.Kind == HaloEndKind.Function);
            slab = slab.Slice(other, start, length);
            offset[other] = axes[other].First + start;
        }
        if (slab.Size == 0) return;
        LocalView<T> ghost = side == HaloSide.Low ? slab.Slice(axis, low - 1, low, -1) : slab.Slice(axis, extent - high, high);
        if (boundary is HaloBoundary.FixedBoundary<T> constant)
        {
            ghost.Fill(constant.Value);
            return;
        }
        int cells = extent - low - high;
        if (cells == 0) return;
        offset[axis] = side == HaloSide.Low ? -1 : axes[axis].Map.Size;
        LocalView<T> interior = side == HaloSide.Low ? slab.Slice(axis, low, cells) : slab.Slice(axis, extent - high - 1, cells, -1);
        ((HaloBoundary.FunctionBoundary<T>)boundary).Function(new HaloEnd<T>(ghost, interior, axis, side, offset));
    }

    // The part of another axis along which the ghosts are set: without what stays untouched, and for a function without what a later axis sets.
    private static (int Start, int Length) Range(HaloAxis axis, bool corners, int extent, bool isLater)
    {
        bool isEmpty = axis.Map.Size == 0;
        if (!corners || (isEmpty && axis.IsPeriodic)) return (axis.Low, axis.Map.LocalSize(axis.Part));
        int low = IsLeftOut(axis.LowKind) ? axis.BeyondLow : 0, high = IsLeftOut(axis.HighKind) ? axis.BeyondHigh : 0;
        return (low, extent - low - high);

        bool IsLeftOut(HaloEndKind kind) => HaloRules.IsSet(kind) ? isLater : isEmpty || kind == HaloEndKind.Untouched;
    }
}
