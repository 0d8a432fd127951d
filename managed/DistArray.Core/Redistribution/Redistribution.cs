namespace DistArray;

/// <summary>Copies arrays from one distribution to another.</summary>
internal static unsafe class Redistribution
{
    private const long HeaviestKept = 1 << 20;

    /// <summary>Copies every element of an array into another one of the same shape and any distribution; overlapping memory gives what a copy of the source would.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="operation">Name for errors.</param>
    /// <param name="options">How it is carried out; the same on every rank.</param>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DistributionMismatchException">The communicators are not of the same ranks.</exception>
    /// <exception cref="RankFailedException">The memory of an array is gone on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> An all-reduce of an integer; then each rank sends others what they own.</remarks>
    public static ExchangeStatistics Copy<T>(DistArray<T> source, DistArray<T> destination, string operation, ExchangeOptions? options = null) where T : unmanaged
    {
        Check(operation, source.Distribution, destination.Distribution);
        return Copy(source, destination.Distribution, () => destination, options ?? ExchangeOptions.Default);
    }

    /// <summary>Makes an array of another distribution; its halo is 0.</summary>
    public static DistArray<T> Create<T>(DistArray<T> source, Distribution target, MemoryOrder? order, string operation) where T : unmanaged
    {
        Check(operation, source.Distribution, target);
        DistArray<T>? made = null;
        try
        {
            Copy(source, target, () => made = DistArray<T>.Allocate(target, order ?? source.Order, zero: target.HasHalo), ExchangeOptions.Default);
            return made!;
        }
        catch
        {
            made?.Dispose();
            throw;
        }
    }

    /// <summary>Copies to a destination that is made, or found to be there, before anything is sent.</summary>
    public static ExchangeStatistics Copy<T>(DistArray<T> source, Distribution to, Func<DistArray<T>> destination, ExchangeOptions options) where T : unmanaged
    {
        DistArray<T>? target = null;
        ExchangeStatistics statistics = Carry<T>(Lift(source.Distribution, to), to, () => ExchangeEnds.Open(source, target = destination()), options);
        GC.KeepAlive(source);
        GC.KeepAlive(target);
        return statistics;
    }

    /// <summary>Copies between two distributions over the same ranks. <b>Collective.</b></summary>
    /// <param name="from">Where the elements are.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="open">Finds this rank's memory, before anything is sent.</param>
    /// <param name="options">How it is carried out.</param>
    public static ExchangeStatistics Carry<T>(Distribution from, Distribution to, Func<ExchangeEnds> open, ExchangeOptions options) where T : unmanaged
    {
        ExchangeContext context = ExchangeContext.Of(to.Communicator);
        ICommunicator communicator = context.Communicator;
        bool isKnown = !HasUnstructured(from) && !HasUnstructured(to);
        ExchangeEnds ends = default;
        RedistributionPlan? plan = null;
        communicator.ThrowIfAny(Try(() =>
        {
            if (isKnown) plan = Plan(context, from, to);
            ends = open();
        }));
        using ExchangeEnds opened = ends;
        var limits = ExchangeLimits.Of(to.Size * sizeof(T), communicator.Size, Math.Max(from.LocalSize, to.LocalSize) * sizeof(T), options);
        return plan is null
            ? AxisGather.Run<T>(communicator, Gather(context, from, to), opened, limits)
            : Run<T>(context, plan, opened, limits, options);
    }

    private static RedistributionPlan Plan(ExchangeContext context, Distribution from, Distribution to)
    {
        if (context.Plans.Find(from, to) is { } found) return found;
        var plan = new RedistributionPlan(from, to);
        context.Plans.Keep(from, to, plan);
        return plan;
    }

    // Collective: every rank finds a plan or none does.
    private static GatherPlan Gather(ExchangeContext context, Distribution from, Distribution to)
    {
        if (context.Gathers.Find(from, to) is { } found) return found;
        var wanted = new WantedIndices[to.NDim];
        for (int axis = 0; axis < wanted.Length; axis++)
            wanted[axis] = to.LocalSize == 0 ? WantedIndices.None : WantedIndices.Owned(to.DimMaps[axis], to.GridCoordinates[axis]);
        GatherPlan plan = GatherPlan.Create(context.Communicator, from, to, wanted);
        if (context.Communicator.Allreduce(plan.Weight, Operation<long>.Max) <= HeaviestKept) context.Gathers.Keep(from, to, plan);
        return plan;
    }

    private static ExchangeStatistics Run<T>(ExchangeContext context, RedistributionPlan plan, ExchangeEnds ends, ExchangeLimits limits, ExchangeOptions options) where T : unmanaged
    {
        OwnTransfer[] own = plan.Own() is { } kept ? [OwnTransfer.OfBoxes(kept.From, kept.To, ends.Source, ends.Target, sizeof(T), options.LeastStreamed)] : [];
        if (!NodeExchange.IsWorthwhile(plan.Source, plan.Target, sizeof(T), options)) return Messages(plan.Sends(), plan.Receives(), own);
        NodeExchange near = NodeExchange.Begin(context.NodeMemory(), plan, ends, sizeof(T), options);
        ExchangeStatistics statistics = Messages(near.SendsLeft, near.ReceivesLeft, own.Concat(near.Pulls));
        (List<Partner> sends, List<Partner> receives) = near.End();
        if (sends.Count + receives.Count > 0) Messages(sends, receives, []);
        return statistics;

        ExchangeStatistics Messages(IEnumerable<Partner> sends, IEnumerable<Partner> receives, IEnumerable<OwnTransfer> own) => Exchange.Run(context.Communicator, ElementTypes.Of<T>(),
            new TransferList(sends, number => new BoxTransfer(plan.Sent(number), ends.Source, sizeof(T), packs: true)),
            new TransferList(receives, number => new BoxTransfer(plan.Received(number), ends.Target, sizeof(T), packs: false) { LeastStreamed = options.LeastStreamed }), own, limits);
    }

    public static bool HasUnstructured(Distribution distribution)
    {
        foreach (DimMap map in distribution.DimMaps)
            if (map.KnowsOwnPartOnly) return true;
        return false;
    }

    /// <summary>A literal as an array that every rank of another one has.</summary>
    public static Distribution Lift(Distribution source, Distribution other) => source.IsLiteral ? new Distribution(other.Communicator, source.DimMaps, source.Grid) : source;

    private static void Check(string operation, Distribution source, Distribution target)
    {
        if (!source.Shape.SequenceEqual(target.Shape)) throw new ShapeMismatchException(operation, source.Shape, target.Shape);
        CheckRanks(operation, Lift(source, target), target);
    }

    /// <summary>Throws where two arrays are not over the same ranks.</summary>
    public static void CheckRanks(string operation, Distribution source, Distribution target)
    {
        if (!source.Communicator.IsCongruentTo(target.Communicator))
            throw new DistributionMismatchException($"{operation}: {source} and {target} are over communicators of different ranks, {source.Communicator} and {target.Communicator}. Distribute both over the same ranks.");
    }

    /// <summary>What went wrong in what a rank does by itself, or null.</summary>
    public static Exception? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
