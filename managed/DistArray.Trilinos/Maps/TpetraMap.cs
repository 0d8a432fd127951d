using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Which rank has which global index, in the order of its memory: <c>Tpetra::Map</c>.</summary>
/// <remarks>An element of an array has one global index: its place in the flattened global array, row-major as <c>numpy.ravel</c> flattens it unless
/// said otherwise. Local indices are places in this rank's memory.</remarks>
public sealed unsafe class TpetraMap : TrilinosObject
{
    private static readonly MapCache<TpetraMap> s_cache = new(Make);
    private Distribution? _distribution;

    private TpetraMap(ICommunicator communicator, ReadOnlySpan<long> indices, bool contiguous, long size) : base(communicator)
    {
        DaTrilinosObject* handle;
        fixed (long* first = indices) TrilinosCall.Check(NativeTpetra.MapCreate(TrilinosCall.HandleOf(communicator), first, indices.Length, contiguous ? 1 : 0, size, out handle));
        Take(handle);
        TrilinosCall.Check(NativeTpetra.MapInfo(handle, out long total, out long count, out int isContiguous));
        Size = total;
        LocalSize = (int)count;
        IsContiguous = isContiguous != 0;
    }

    /// <summary>The cache of maps has forgotten this one, and nobody else holds it.</summary>
    ~TpetraMap()
    {
        if (IsShared) Abandon();
    }

    /// <summary>Global number of indices; those that ranks share count several times.</summary>
    public long Size { get; }

    /// <summary>Number of this rank's indices.</summary>
    public int LocalSize { get; }

    /// <summary>Whether the ranks have ranges one after another, and Tpetra knows it: lookups are arithmetic, not a table.</summary>
    public bool IsContiguous { get; }

    /// <summary>How the global array that the map was made of is flattened.</summary>
    public MemoryOrder Numbering { get; private init; }

    /// <summary>Axes of this rank's memory from the slowest to the fastest, those of one index left out; null where the map was made of indices.</summary>
    internal int[]? Order { get; private init; }

    /// <summary>Maps of distributions are shared: disposing of one does nothing.</summary>
    private protected override bool IsShared => Order is not null;

    /// <summary>This rank's global indices, in the order of its memory.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    public long[] Indices()
    {
        var indices = new long[LocalSize];
        fixed (long* first = indices) TrilinosCall.Check(NativeTpetra.MapIndices(Handle, first, indices.Length));
        return indices;
    }

    /// <summary>The map of an array's elements.</summary>
    /// <param name="distribution">Which rank owns which element, of any number of dimensions; halos are left out.</param>
    /// <param name="order">Which index varies fastest in the array's memory.</param>
    /// <param name="numbering">How the global array is flattened; column-major makes the map of a Fortran array that is divided along its last axis contiguous.</param>
    /// <returns>A map that is shared by all who ask for it: disposing of it does nothing.</returns>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements, or the ranks are no processes of MPI.</exception>
    /// <exception cref="InvalidOperationException">MPI does not run.</exception>
    /// <remarks><b>Collective.</b> Contiguous where the ranks' numbers are; made once for equal distributions.</remarks>
    public static TpetraMap Of(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return Of(distribution, LocalOrder.Of(distribution.LocalShape, order), numbering, Refusal(distribution));
    }

    /// <summary>The map of any global indices.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="indices">This rank's global indices, 0 or more, in the order of its memory, none of them twice. Ranks may share indices.</param>
    /// <returns>A map that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">An index is negative or there twice.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMap Create(ICommunicator communicator, ReadOnlySpan<long> indices)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        long[] mine = indices.ToArray();
        TrilinosCall.Agree(communicator, Problem(mine));
        bool contiguous = GlobalNumbering.IsContiguous(communicator, mine);
        return Together(communicator, () => new TpetraMap(communicator, mine, contiguous, -1));
    }

    /// <summary>A range of indices that the ranks share out evenly, one after another.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="size">Global number of indices.</param>
    /// <returns>A map that is shared by all who ask for it: disposing of it does nothing.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraMap Uniform(ICommunicator communicator, long size)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        return Of(new Distribution(communicator, [size]));
    }

    /// <summary>The distribution that the map amounts to.</summary>
    /// <returns>The one that it was made of; else that of one axis: block, cyclic or block-cyclic where the indices are dealt out so, else unstructured.</returns>
    /// <exception cref="RankFailedException">The indices are not 0 to Size - 1, each on one rank.</exception>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    /// <remarks><b>Collective</b> where the map was made of indices.</remarks>
    public Distribution ToDistribution() => _distribution ??= MapStructure.Find(Communicator, Size, Indices());

    /// <summary>Whether another map gives every rank the same indices in the same order: <c>Tpetra::Map::isSameAs</c>.</summary>
    /// <param name="other">Another map over the same ranks.</param>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsSameAs(TpetraMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) return true;
        int same = 0;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.MapSame(Handle, other.Handle, out same)));
        return same != 0;
    }

    /// <summary>Whether every index is on one rank alone: <c>Tpetra::Map::isOneToOne</c>.</summary>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsOneToOne()
    {
        if (Size == 0) return true; // Tpetra says no
        int result = 0;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.MapOneToOne(Handle, out result)));
        return result != 0;
    }

    /// <summary>Size and kind, such as "Tpetra map of 100 indices, contiguous".</summary>
    public override string ToString() => $"Tpetra map of {Size} indices, {(IsContiguous ? "contiguous" : "listed")}";

    /// <summary>As <see cref="Of(Distribution, MemoryOrder, MemoryOrder)"/>, of memory of any order of axes; a failure of this rank is thrown on all.</summary>
    internal static TpetraMap Of(Distribution distribution, int[]? order, MemoryOrder numbering, Exception? failure) => s_cache.Get(distribution, order, numbering, failure);

    /// <summary>A map of indices that ranks share: an array's with its ghosts.</summary>
    internal static TpetraMap Overlapping(ICommunicator communicator, long[] indices) =>
        Together(communicator, () => new TpetraMap(communicator, indices, contiguous: false, -1));

    /// <summary>Why the elements of a distribution cannot be those of a vector; null where they can.</summary>
    internal static Exception? Refusal(Distribution distribution) => distribution.Grid.Copies > 1
        ? new NotSupportedException($"Ranks hold the same elements of {distribution}, but a vector has each once. Redistribute the array, or take it on one rank.")
        : null;

    private static TpetraMap Make(Distribution distribution, int[] order, MemoryOrder numbering)
    {
        ICommunicator communicator = distribution.Communicator;
        long[] indices = GlobalNumbering.Owned(distribution, order, numbering);
        bool contiguous = GlobalNumbering.IsContiguous(communicator, indices);
        return Together(communicator, () => new TpetraMap(communicator, indices, contiguous, -1) { _distribution = distribution.WithoutHalo(), Numbering = numbering, Order = order });
    }

    private static TpetraMap Together(ICommunicator communicator, Func<TpetraMap> make)
    {
        TpetraMap? map = null;
        TrilinosCall.Together(communicator, () => map = make());
        return map!;
    }

    private static ArgumentException? Problem(long[] indices)
    {
        var seen = new HashSet<long>(indices.Length);
        foreach (long index in indices)
        {
            if (index < 0) return new ArgumentException($"A global index is {index}. Indices are 0 or more.", nameof(indices));
            if (!seen.Add(index)) return new ArgumentException($"The global index {index} is there twice on this rank. Give each once.", nameof(indices));
        }
        return null;
    }
}
