namespace DistArray;

/// <summary>Outer indexing: the product of a list of indices each axis. Requests travel as lists each axis, never one each element.</summary>
internal static unsafe class AxisGather
{
    /// <summary>A new array whose element (k0, k1, …) is the source's (f0(k0), f1(k1), …).</summary>
    /// <param name="source">Where from.</param>
    /// <param name="target">Distribution of the result, over the same ranks and with as many axes.</param>
    /// <param name="axes">For each axis the source's indices for this rank's part of the target; 0 to extent - 1.</param>
    /// <param name="operation">Name for errors.</param>
    /// <param name="order">Which index varies fastest in memory; as in the source if null.</param>
    /// <exception cref="RankFailedException">An index is outside of its axis; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static DistArray<T> Take<T>(DistArray<T> source, Distribution target, AxisIndices[] axes, string operation = "Take", MemoryOrder? order = null) where T : unmanaged
    {
        DistArray<T>? made = null;
        try
        {
            Take(source, target, () => made = DistArray<T>.Allocate(target, order ?? source.Order, zero: target.HasHalo), axes, operation);
            return made!;
        }
        catch
        {
            made?.Dispose();
            throw;
        }
    }

    /// <summary>The same into an array or view that exists; overlapping memory is read as it was before.</summary>
    public static ExchangeStatistics Take<T>(DistArray<T> source, DistArray<T> destination, AxisIndices[] axes, string operation = "Take") where T : unmanaged =>
        Take(source, destination.Distribution, () => destination, axes, operation);

    /// <summary>Writes source element (k0, k1, …) to the destination's (f0(k0), f1(k1), …); of several for one place the last in row-major order of the source stays, as in NumPy.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="axes">For each axis the destination's indices for this rank's part of the source; 0 to extent - 1.</param>
    /// <param name="source">Where from, over the same ranks and with as many axes.</param>
    /// <param name="operation">Name for errors.</param>
    /// <exception cref="RankFailedException">An index is outside of its axis; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Every rank that holds an element gets it.</remarks>
    public static ExchangeStatistics Put<T>(DistArray<T> destination, AxisIndices[] axes, DistArray<T> source, string operation = "Put") where T : unmanaged
    {
        Distribution from = Redistribution.Lift(source.Distribution, destination.Distribution), to = destination.Distribution;
        ICommunicator communicator = Common(operation, from, to, axes);
        var indices = new WantedIndices[axes.Length];
        ExchangeEnds ends = default;
        communicator.ThrowIfAny(Redistribution.Try(() =>
        {
            Check(operation, from, axes, to.Shape, indices);
            ends = ExchangeEnds.Open(source, destination);
        }));
        using ExchangeEnds opened = ends;
        PutPlan plan = PutPlan.Create(communicator, from, to, indices, Array.ConvertAll(axes, axis => axis.IsUnique));
        var sends = TransferList.Of(plan.Sends, lists => new BoxTransfer(lists, opened.Source, sizeof(T), packs: true) { IsRowMajor = true });
        var receives = TransferList.Of(plan.Receives, places => new SelectiveTransfer(places, opened.Target, sizeof(T)));
        OwnTransfer[] own = plan.Own is { } kept ? [OwnTransfer.OfBoxes(kept.From, kept.To, opened.Source, opened.Target, sizeof(T))] : [];
        var limits = ExchangeLimits.Of(from.Size * sizeof(T), communicator.Size, Math.Max(from.LocalSize, to.LocalSize) * sizeof(T), ExchangeOptions.Default);
        ExchangeStatistics statistics = Exchange.Run(communicator, ElementTypes.Of<T>(), sends, receives, own, limits);
        GC.KeepAlive(source);
        GC.KeepAlive(destination);
        return statistics;
    }

    private static ExchangeStatistics Take<T>(DistArray<T> source, Distribution to, Func<DistArray<T>> destination, AxisIndices[] axes, string operation) where T : unmanaged
    {
        Distribution from = Redistribution.Lift(source.Distribution, to);
        ICommunicator communicator = Common(operation, from, to, axes);
        var indices = new WantedIndices[axes.Length];
        ExchangeEnds ends = default;
        DistArray<T>? target = null;
        communicator.ThrowIfAny(Redistribution.Try(() =>
        {
            Check(operation, to, axes, from.Shape, indices);
            ends = ExchangeEnds.Open(source, target = destination());
        }));
        using ExchangeEnds opened = ends;
        var limits = ExchangeLimits.Of(to.Size * sizeof(T), communicator.Size, Math.Max(from.LocalSize, to.LocalSize) * sizeof(T), ExchangeOptions.Default);
        ExchangeStatistics statistics = Run<T>(communicator, GatherPlan.Create(communicator, from, to, indices), opened, limits);
        GC.KeepAlive(source);
        GC.KeepAlive(target);
        return statistics;
    }

    /// <summary>Carries a plan out.</summary>
    public static ExchangeStatistics Run<T>(ICommunicator communicator, GatherPlan plan, ExchangeEnds ends, ExchangeLimits limits) where T : unmanaged
    {
        var sends = TransferList.Of(plan.Sends, lists => new BoxTransfer(lists, ends.Source, sizeof(T), packs: true));
        var receives = TransferList.Of(plan.Receives, lists => new BoxTransfer(lists, ends.Target, sizeof(T), packs: false));
        OwnTransfer[] own = plan.Own is { } kept ? [OwnTransfer.OfBoxes(kept.From, kept.To, ends.Source, ends.Target, sizeof(T))] : [];
        return Exchange.Run(communicator, ElementTypes.Of<T>(), sends, receives, own, limits);
    }

    private static ICommunicator Common(string operation, Distribution source, Distribution target, AxisIndices[] axes)
    {
        if (source.NDim != target.NDim || axes.Length != source.NDim)
            throw new ShapeMismatchException($"{operation}: there are {axes.Length} lists of indices between arrays of shape {ShapeText.Of(source.Shape)} and {ShapeText.Of(target.Shape)}. Give one each an axis.");
        Redistribution.CheckRanks(operation, source, target);
        return ExchangeContext.Of(target.Communicator).Communicator;
    }

    // The indices of this rank's part; none at all where it owns nothing.
    private static void Check(string operation, Distribution mine, AxisIndices[] axes, ReadOnlySpan<long> shape, WantedIndices[] indices)
    {
        for (int axis = 0; axis < axes.Length; axis++)
        {
            indices[axis] = mine.LocalSize == 0 ? WantedIndices.None : axes[axis].On(mine, axis);
            if (indices[axis].Outside(shape[axis]) is { } outside)
                throw new ArgumentOutOfRangeException(nameof(indices), $"{operation}: index {outside} is outside of axis {axis} of shape {ShapeText.Of(shape)}.");
        }
    }
}
