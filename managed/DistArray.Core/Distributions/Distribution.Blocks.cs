namespace DistArray;

public sealed partial class Distribution
{
    /// <summary>Infers the distribution of an array from the block that each rank holds: how the arrays of an existing code arrive.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="globalShape">Global shape, the same on every rank.</param>
    /// <param name="offset">Global index of this rank's first owned element, one each an axis; ignored where it owns nothing.</param>
    /// <param name="localShape">Shape of what this rank owns, without halo.</param>
    /// <param name="haloLow">Halo width of each axis at its low side, on this rank; none if empty.</param>
    /// <param name="haloHigh">Halo width of each axis at its high side, on this rank; none if empty.</param>
    /// <param name="periodic">Whether each axis is periodic, the same on every rank; none if empty.</param>
    /// <returns>A distribution by blocks over the process grid that the blocks form; by nothing where every rank holds the whole array.</returns>
    /// <exception cref="RankFailedException">A rank's arguments are wrong; thrown on every rank alike.</exception>
    /// <exception cref="DistributionMismatchException">The blocks do not tile the domain as a grid; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Three all-reduces of an integer, and one all-gather of four numbers an axis from each rank.</remarks>
    public static Distribution FromBlocks(ICommunicator communicator, ReadOnlySpan<long> globalShape, ReadOnlySpan<long> offset, ReadOnlySpan<int> localShape,
        ReadOnlySpan<int> haloLow = default, ReadOnlySpan<int> haloHigh = default, ReadOnlySpan<bool> periodic = default)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        int ndim = globalShape.Length;
        communicator.ThrowIfAny(Problem(globalShape, offset, localShape, haloLow, haloHigh, periodic));
        int most = communicator.Allreduce(ndim, Operation<int>.Max);
        communicator.ThrowIfAny(ndim != most ? new ArgumentException($"The array has {ndim} dimensions here and {most} on another rank.") : null);

        var mine = new long[BlockInference.Fields * ndim];
        globalShape.CopyTo(mine);
        offset.CopyTo(mine.AsSpan(ndim));
        for (int axis = 0; axis < ndim; axis++)
        {
            mine[(2 * ndim) + axis] = localShape[axis];
            mine[(3 * ndim) + axis] = !periodic.IsEmpty && periodic[axis] ? 1 : 0;
        }
        var all = new long[mine.Length * communicator.Size];
        communicator.Allgather<long>(mine, all);
        var (maps, grid) = BlockInference.Infer(ndim, communicator.Size, all);
        return new Distribution(communicator, maps, grid, haloLow, haloHigh, periodic);
    }

    private static ArgumentException? Problem(ReadOnlySpan<long> globalShape, ReadOnlySpan<long> offset, ReadOnlySpan<int> localShape,
        ReadOnlySpan<int> haloLow, ReadOnlySpan<int> haloHigh, ReadOnlySpan<bool> periodic)
    {
        int ndim = globalShape.Length;
        if (offset.Length != ndim || localShape.Length != ndim)
            return new ArgumentException($"There are {offset.Length} offsets and {localShape.Length} local extents for {ndim} axes. Give one each an axis.");
        if ((haloLow.Length != 0 && haloLow.Length != ndim) || (haloHigh.Length != 0 && haloHigh.Length != ndim) || (periodic.Length != 0 && periodic.Length != ndim))
            return new ArgumentException($"There are {haloLow.Length} low and {haloHigh.Length} high halo widths and {periodic.Length} periodic flags for {ndim} axes. Give one each an axis, or none.");
        if (globalShape.ContainsAnyInRange(long.MinValue, -1) || localShape.ContainsAnyInRange(int.MinValue, -1))
            return new ArgumentException($"The global shape {ShapeText.Of(globalShape)} or the local shape {ShapeText.Of(localShape)} has a negative extent.");
        if (haloLow.ContainsAnyInRange(int.MinValue, -1) || haloHigh.ContainsAnyInRange(int.MinValue, -1))
            return new ArgumentException($"A halo width of {ShapeText.Of(haloLow)} or {ShapeText.Of(haloHigh)} is negative.");
        if (localShape.Contains(0)) return null;
        for (int axis = 0; axis < ndim; axis++)
        {
            if (offset[axis] < 0 || offset[axis] > globalShape[axis] - localShape[axis])
                return new ArgumentException($"The block from {offset[axis]} of {localShape[axis]} indices lies outside of axis {axis}, which has {globalShape[axis]}.");
        }
        return null;
    }
}
