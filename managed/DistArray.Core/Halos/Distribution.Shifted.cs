namespace DistArray;

public sealed partial class Distribution
{
    /// <summary>The distribution of the same stored elements read with an offset: what is owned begins later by it, so that the low halo is wider and the high one narrower.</summary>
    internal Distribution Shifted(HaloShiftKey shift)
    {
        int axis = shift.Axis, both = _haloLow[axis] + _haloHigh[axis];
        int[] low = [.. _haloLow], high = [.. _haloHigh];
        low[axis] = (int)Math.Clamp((long)low[axis] + shift.Offset, 0, both); // a rank that owns nothing may have a narrower halo
        high[axis] = both - low[axis];
        return new Distribution(Communicator, _maps, Grid, new Halo(low, high, _periodic));
    }
}
