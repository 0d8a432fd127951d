using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Which rank has which global index: <c>Epetra_Map</c>.</summary>
/// <remarks>Global indices have 32 bits where all fit, else 64, which some of Epetra's solvers do not take. An element of an array has one global index: its place in the flattened global array, row-major as <c>numpy.ravel</c> flattens it unless
/// said otherwise. Local indices are places in this rank's memory.</remarks>
public sealed unsafe class EpetraMap : TrilinosMap
{
    private static readonly MapCache<EpetraMap> s_cache = new(Make);

    private EpetraMap(ICommunicator communicator, ReadOnlySpan<long> indices, bool contiguous, bool isWide) : base(communicator)
    {
        DaTrilinosObject* handle;
        fixed (long* first = indices) TrilinosCall.Check(NativeEpetra.MapCreate(TrilinosCall.HandleOf(communicator), first, indices.Length, contiguous ? 1 : 0, isWide ? 1 : 0, out handle));
        Take(handle);
        TrilinosCall.Check(NativeEpetra.MapInfo(handle, out long size, out long count, out int isContiguous));
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
    public static EpetraMap Of(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
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
    public static EpetraMap Create(ICommunicator communicator, ReadOnlySpan<long> indices)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        long[] mine = indices.ToArray();
        TrilinosCall.Agree(communicator, Problem(mine));
        bool contiguous = GlobalNumbering.IsContiguous(communicator, mine), isWide = IsWide(communicator, mine);
        return Together(communicator, () => new EpetraMap(communicator, mine, contiguous, isWide));
    }

    /// <summary>A range of indices that the ranks share out evenly, one after another.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="size">Global number of indices.</param>
    /// <returns>A map that is shared by all who ask for it: disposing of it does nothing.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraMap Uniform(ICommunicator communicator, long size)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        return Of(new Distribution(communicator, [size]));
    }

    /// <inheritdoc/>
    public override long[] Indices()
    {
        var indices = new long[LocalSize];
        fixed (long* first = indices) TrilinosCall.Check(NativeEpetra.MapIndices(Handle, first, indices.Length));
        return indices;
    }

    /// <summary>As <see cref="Of(Distribution, MemoryOrder, MemoryOrder)"/>, of memory of any order of axes; a failure of this rank is thrown on all.</summary>
    internal static EpetraMap Of(Distribution distribution, int[]? order, MemoryOrder numbering, Exception? failure) => s_cache.Get(distribution, order, numbering, failure);

    /// <summary>A map of indices that ranks share: an array's with its ghosts.</summary>
    internal static EpetraMap Overlapping(ICommunicator communicator, long[] indices)
    {
        bool isWide = IsWide(communicator, indices);
        return Together(communicator, () => new EpetraMap(communicator, indices, contiguous: false, isWide));
    }

    private protected override bool Compare(TrilinosMap other)
    {
        TrilinosCall.Check(NativeEpetra.MapSame(Handle, other.Handle, out int same));
        return same != 0;
    }

    private protected override bool AskOneToOne()
    {
        TrilinosCall.Check(NativeEpetra.MapOneToOne(Handle, out int result));
        return result != 0;
    }

    private static EpetraMap Make(Distribution distribution, int[] order, MemoryOrder numbering)
    {
        ICommunicator communicator = distribution.Communicator;
        long[] indices = GlobalNumbering.Owned(distribution, order, numbering);
        bool contiguous = GlobalNumbering.IsContiguous(communicator, indices);
        return Together(communicator, () => new EpetraMap(communicator, indices, contiguous, distribution.Size > int.MaxValue) { MadeOf = distribution.WithoutHalo(), Numbering = numbering, Order = order });
    }

    private static bool IsWide(ICommunicator communicator, long[] indices)
    {
        long largest = indices.Length > 0 ? indices.Max() : 0;
        return (communicator.Size == 1 ? largest : communicator.Allreduce(largest, Operation<long>.Max)) >= int.MaxValue;
    }
}
