namespace DistArray;

/// <summary>Views of an array shifted within its halo: the element at i is <c>a[i + offset]</c>, so that a stencil reads like its formula,
/// <c>a.Shift(0, 1) - 2 * a + a.Shift(0, -1)</c>.</summary>
/// <remarks>
/// <para>Over a periodic end the view reads the elements of the other end, over a physical one what is in the ghosts there.</para>
/// <para>There is no record of whether ghosts are current, since ranks would differ in it: <see cref="Begin"/> always exchanges, all ranks alike, but only the ghosts
/// that the view reads: |offset| layers on one side of one axis. All shifts of a stencil together exchange as much as one update. <see cref="Window"/> never exchanges
/// and reads what is there: for after an update of the whole halo.</para>
/// <para>The view must only be read: at the end of what a rank owns its elements are ghosts, which a write would change in place of the elements that they copy.
/// Shifting a shifted view along another axis reaches corners.</para>
/// </remarks>
internal static class HaloShift
{
    /// <summary>Starts the exchange for a shifted view.</summary>
    /// <param name="array">The array.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <param name="offset">What is added to the index; at most the width of the halo.</param>
    /// <param name="update">To be ended before the view is read; null where nothing is exchanged, on all ranks alike.</param>
    /// <returns>A view of the same distribution with other halo widths.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentException">The halo is narrower than the offset on some rank that owns elements; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Ending the update completes it and asks no other rank for more.</remarks>
    public static DistArray<T> Begin<T>(DistArray<T> array, int axis, int offset, out HaloUpdate? update) where T : unmanaged
    {
        var shift = new HaloShiftKey(Axis(axis, array.NDim), offset);
        update = null;
        if (offset == 0) return array;
        (HaloRules rules, HaloPlan plan, Distribution window) = HaloPlans.Get(array.Distribution, shift);
        HaloExchange exchange = plan.Rent();
        exchange.Begin([array], rules, adds: false);
        update = new HaloUpdate([exchange]);
        return View(array, window, update);
    }

    /// <summary>The shifted view, of what is in the ghosts.</summary>
    /// <param name="array">The array.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <param name="offset">What is added to the index; at most the width of the halo.</param>
    /// <returns>A view of the same distribution with other halo widths.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentException">The halo is narrower than the offset on this rank.</exception>
    /// <remarks>Local.</remarks>
    public static DistArray<T> Window<T>(DistArray<T> array, int axis, int offset) where T : unmanaged
    {
        Distribution d = array.Distribution;
        var shift = new HaloShiftKey(Axis(axis, d.NDim), offset);
        if (offset == 0) return array;
        if (d.LocalSize > 0) shift.Check(d.HaloLow[shift.Axis], d.HaloHigh[shift.Axis], d.Shape[shift.Axis]);
        return View(array, d.Shifted(shift), null);
    }

    private static int Axis(int axis, int ndim) => axis >= -ndim && axis < ndim ? (axis + ndim) % ndim : throw new AxisOutOfRangeException(axis, ndim);

    private static DistArray<T> View<T>(DistArray<T> array, Distribution window, HaloUpdate? update) where T : unmanaged
    {
        try
        {
            return DistArray<T>.Wrap(window, array.StoredBlock);
        }
        catch
        {
            update?.Complete(); // the memory is gone, which the end says
            throw;
        }
    }
}
