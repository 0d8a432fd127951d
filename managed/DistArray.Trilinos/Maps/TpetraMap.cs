using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Which rank has which global index: <c>Tpetra::Map</c>.</summary>
/// <remarks>An element of an array has one global index: its place in the flattened global array, row-major as <c>numpy.ravel</c> flattens it unless
/// said otherwise. Local indices are places in this rank's memory.</remarks>
public sealed unsafe class TpetraMap : TrilinosMap
{
    private static readonly MapCache<TpetraMap> s_cache = new(Make);

    private TpetraMap(ICommunicator communicator, ReadOnlySpan<long> indices, bool contiguous) : base(communicator)
    {
        DaTrilinosObject* handle;
        fixed (long* first = indices) TrilinosCall.Check(NativeTpetra.MapCreate(TrilinosCall.HandleOf(communicator), first, indices.Length, contiguous ? 1 : 0, -1, out handle));
        Take(handle);
        TrilinosCall.Check(NativeTpetra.MapInfo(handle, out long size, out long count, out int isContiguous));
        Size = size;
        LocalSize = (int)count;
        IsContiguous = isContiguous != 0;
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
        return Together(communicator, () => new TpetraMap(communicator, mine, contiguous));
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

    /// <inheritdoc/>
    public override long[] Indices()
    {
        var indices = new long[LocalSize];
        fixed (long* first = indices) TrilinosCall.Check(NativeTpetra.MapIndices(Handle, first, indices.Length));
        return indices;
    }

    /// <summary>As <see cref="Of(Distribution, MemoryOrder, MemoryOrder)"/>, of memory of any order of axes; a failure of this rank is thrown on all.</summary>
    internal static TpetraMap Of(Distribution distribution, int[]? order, MemoryOrder numbering, Exception? failure) => s_cache.Get(distribution, order, numbering, failure);

    /// <summary>A map of indices that ranks share: an array's with its ghosts.</summary>
    internal static TpetraMap Overlapping(ICommunicator communicator, long[] indices) => Together(communicator, () => new TpetraMap(communicator, indices, contiguous: false));

    private protected override bool Compare(TrilinosMap other)
    {
        TrilinosCall.Check(NativeTpetra.MapSame(Handle, other.Handle, out int same));
        return same != 0;
    }

    private protected override bool AskOneToOne()
    {
        TrilinosCall.Check(NativeTpetra.MapOneToOne(Handle, out int result));
        return result != 0;
    }

    private static TpetraMap Make(Distribution distribution, int[] order, MemoryOrder numbering)
    {
        ICommunicator communicator = distribution.Communicator;
        long[] indices = GlobalNumbering.Owned(distribution, order, numbering);
        bool contiguous = GlobalNumbering.IsContiguous(communicator, indices);
        return Together(communicator, () => new TpetraMap(communicator, indices, contiguous) { MadeOf = distribution.WithoutHalo(), Numbering = numbering, Order = order });
    }
}
