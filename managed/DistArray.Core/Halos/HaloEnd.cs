namespace DistArray;

/// <summary>Ghosts beyond a physical end of an axis, and the cells before it: what a function gets to extrapolate.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <remarks>Along <see cref="Axis"/> both views count away from the end, at the low and the high side alike: ghost 0 is the one next to the end, interior 0 the
/// outermost cell. A linear extrapolation is <c>ghost[k] = interior[0] + (k + 1) * (interior[0] - interior[1])</c> at either side.</remarks>
public readonly ref struct HaloEnd<T> where T : unmanaged
{
    internal HaloEnd(LocalView<T> ghost, LocalView<T> interior, int axis, HaloSide side, ReadOnlySpan<long> globalOffset)
    {
        Ghost = ghost;
        Interior = interior;
        Axis = axis;
        Side = side;
        GlobalOffset = globalOffset;
    }

    /// <summary>The ghosts to set.</summary>
    public LocalView<T> Ghost { get; }

    /// <summary>The cells before the end that this rank stores, owned and copies of neighbours' cells; along the other axes the same range as the ghosts.</summary>
    public LocalView<T> Interior { get; }

    /// <summary>The axis that ends.</summary>
    public int Axis { get; }

    /// <summary>Which end.</summary>
    public HaloSide Side { get; }

    /// <summary>Global indices of the first ghost: -1 or Shape[Axis] along <see cref="Axis"/>, and along the others the index of the views' first element, which is
    /// negative where that is itself a ghost beyond the low end.</summary>
    public ReadOnlySpan<long> GlobalOffset { get; }
}
