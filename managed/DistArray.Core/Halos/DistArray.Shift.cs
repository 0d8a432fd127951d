namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>The array shifted within its halo: the element at i is that at i + <paramref name="offset"/>, so that a stencil reads like its formula,
    /// <c>a.Shift(0, 1) - 2.0 * a + a.Shift(0, -1)</c>.</summary>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <param name="offset">What is added to the index; at most the width of the halo at that side.</param>
    /// <returns>A pending array of the same distribution. Over a periodic end it has the elements of the other end, as numpy.roll(a, -offset, axis); over a physical
    /// one what is in the ghosts there. Shifting again along another axis needs the corners: copy the first shift before.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentException">The halo is narrower than the offset on some rank that owns elements; thrown on every rank alike.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> Every call starts an exchange of the ghosts that it reads: |offset| layers on one side of one axis. Computing what reads the shift
    /// waits for them, after it has computed what needs none.</remarks>
    public DistArray<T> Shift(int axis, int offset)
    {
        DistArray<T> window = HaloShift.Begin(this, axis, offset, out HaloUpdate? update);
        Evaluate();
        if (update is null) return new DistArray<T>(PendingOperation.OfShift(window, Distribution, Order, null));
        update.CompleteOwn();
        HaloReads.Add(update);
        _block!.Owner.IsShifted = true;
        var read = new HaloRead(update, axis < 0 ? axis + NDim : axis, offset);
        return new DistArray<T>(PendingOperation.OfShift(window, Distribution, Order, read));
    }
}
