namespace DistArray;

/// <summary>Copies arrays into ones of another shape in row-major order.</summary>
internal static unsafe class Reshaping
{
    private const int MostAtOnce = 1 << 18;

    /// <summary>Copies every element to the same place in row-major order of an array of as many elements and any distribution; overlapping memory gives what a copy of the source would.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="operation">Name for errors.</param>
    /// <exception cref="ShapeMismatchException">The numbers of elements differ.</exception>
    /// <exception cref="DistributionMismatchException">The communicators are not of the same ranks.</exception>
    /// <exception cref="RankFailedException">The memory of an array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Runs of elements, as long as both distributions let them be, go from rank to rank.</remarks>
    public static ExchangeStatistics Copy<T>(DistArray<T> source, DistArray<T> destination, string operation = "Reshape") where T : unmanaged
    {
        Check(operation, source.Distribution, destination.Distribution);
        return Copy(source, destination.Distribution, () => destination);
    }

    /// <summary>Makes a row-major array of another shape and distribution; its halo is 0.</summary>
    public static DistArray<T> Create<T>(DistArray<T> source, Distribution target, string operation) where T : unmanaged
    {
        Check(operation, source.Distribution, target);
        DistArray<T>? made = null;
        try
        {
            Copy(source, target, () => made = DistArray<T>.Allocate(target, MemoryOrder.RowMajor, zero: target.HasHalo));
            return made!;
        }
        catch
        {
            made?.Dispose();
            throw;
        }
    }

    /// <summary>A shape of as many elements as another one, where one extent may be -1 and stands for what is left.</summary>
    public static long[] Complete(string operation, ReadOnlySpan<long> shape, ReadOnlySpan<long> newShape)
    {
        long[] complete = newShape.ToArray();
        int open = Array.IndexOf(complete, -1L);
        long size = 1, others = 1;
        foreach (long extent in shape) size *= extent;
        for (int axis = 0; axis < complete.Length; axis++)
            if (axis != open) others = checked(others * Math.Max(complete[axis], -1));
        if (open >= 0 && others > 0 && size % others == 0) complete[open] = size / others;
        else if (open >= 0 || others != size || Array.Exists(complete, extent => extent < 0))
            throw new ShapeMismatchException($"{operation}: the {size} elements of shape {ShapeText.Of(shape)} do not fit into shape {ShapeText.Of(newShape)}. Give a shape of as many; one extent may be -1.");
        return complete;
    }

    private static void Check(string operation, Distribution source, Distribution target)
    {
        if (source.Size != target.Size)
            throw new ShapeMismatchException($"{operation}: shape {ShapeText.Of(source.Shape)} has {source.Size} elements, and shape {ShapeText.Of(target.Shape)} has {target.Size}. Give shapes of as many.");
        Redistribution.CheckRanks(operation, Redistribution.Lift(source, target), target);
    }

    private static ExchangeStatistics Copy<T>(DistArray<T> source, Distribution to, Func<DistArray<T>> destination) where T : unmanaged
    {
        Distribution from = Redistribution.Lift(source.Distribution, to);
        if (from.Shape.SequenceEqual(to.Shape)) return Redistribution.Copy(source, to, destination, ExchangeOptions.Default);
        ICommunicator communicator = ExchangeContext.Of(to.Communicator).Communicator;
        ExchangeEnds ends = default;
        DistArray<T>? target = null;
        communicator.ThrowIfAny(Redistribution.Try(() => ends = ExchangeEnds.Open(source, target = destination())));
        using ExchangeEnds opened = ends;
        ExchangeStatistics statistics = Redistribution.HasUnstructured(from) || Redistribution.HasUnstructured(to)
            ? Fetch<T>(communicator, from, to, opened)
            : Exchange<T>(communicator, from, to, opened);
        GC.KeepAlive(source);
        GC.KeepAlive(target);
        return statistics;
    }

    private static ExchangeStatistics Exchange<T>(ICommunicator communicator, Distribution from, Distribution to, ExchangeEnds ends) where T : unmanaged
    {
        var plan = new ReshapingPlan(from, to, ends);
        var sends = TransferList.Of(plan.Sends, list => new FlatTransfer(list, sizeof(T), packs: true));
        var receives = TransferList.Of(plan.Receives, list => new FlatTransfer(list, sizeof(T), packs: false));
        var limits = ExchangeLimits.Of(to.Size * sizeof(T), communicator.Size, Math.Max(from.LocalSize, to.LocalSize) * sizeof(T), ExchangeOptions.Default);
        OwnTransfer[] own = plan.Own is { } kept ? [new BufferedOwnTransfer(new FlatTransfer(kept.From, sizeof(T), packs: true), new FlatTransfer(kept.To, sizeof(T), packs: false), sizeof(T))] : [];
        return DistArray.Exchange.Run(communicator, ElementTypes.Of<T>(), sends, receives, own, limits);
    }

    // Only the owners of unstructured axes can tell where something is: each rank asks for what it wants.
    private static ExchangeStatistics Fetch<T>(ICommunicator communicator, Distribution from, Distribution to, ExchangeEnds ends) where T : unmanaged
    {
        long rounds = communicator.Allreduce((to.LocalSize + MostAtOnce - 1) / MostAtOnce, Operation<long>.Max);
        long[] strides = LinearOwners.Strides(to.Shape), places = new long[Math.Min(MostAtOnce, to.LocalSize)];
        var values = new T[places.Length];
        var addresses = new nint[places.Length];
        var elements = new OwnedElements(to);
        for (long round = 0; round < rounds; round++)
        {
            int count = 0;
            for (; count < places.Length && elements.MoveNext(); count++)
            {
                OwnedElement element = elements.Current;
                places[count] = 0;
                addresses[count] = ends.Target.Pointer;
                for (int axis = 0; axis < strides.Length; axis++)
                {
                    places[count] += element.Global[axis] * strides[axis];
                    addresses[count] += (nint)(ends.Target.Tables?[axis] is { } table ? table[element.Local[axis]] : element.Local[axis] * ends.Target.ByteStrides[axis]);
                }
            }
            ElementGather.Fetch(communicator, from, ends.Source, places.AsSpan(0, count), values.AsSpan(0, count));
            for (int i = 0; i < count; i++) *(T*)addresses[i] = values[i];
        }
        return default;
    }
}
