namespace DistArray;

/// <summary>A box of stored elements: first index, extent and step (1, 0 or -1) along each axis, ghosts counted.</summary>
internal sealed class HaloBox(int[] start, int[] shape, int[] step)
{
    public int[] Start => start;

    public int[] Shape => shape;

    public int[] Step => step;

    public long Count { get; } = StridedLayout.Size(shape);
}
