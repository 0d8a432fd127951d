namespace DistArray;

/// <summary>What goes to or comes from a rank: the product of index lists, one each an axis.</summary>
internal readonly struct Shipment(int rank, AxisPlan[] axes, int[] numbers)
{
    public int Rank => rank;

    /// <summary>This rank's local indices along each axis.</summary>
    public IndexList[] Indices()
    {
        var lists = new IndexList[axes.Length];
        for (int axis = 0; axis < lists.Length; axis++) lists[axis] = axes[axis].Indices(numbers[axis]);
        return lists;
    }
}
