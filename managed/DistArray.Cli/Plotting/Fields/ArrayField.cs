namespace DistArray.Cli.Plotting.Fields;

/// <summary>An array that is in memory, or mapped into it.</summary>
/// <param name="name">Its name.</param>
/// <param name="elementType">Type of its elements.</param>
/// <param name="shape">The file's shape.</param>
/// <param name="order">Order of the file.</param>
internal abstract class ArrayField(string name, ElementType elementType, long[] shape, MemoryOrder order)
    : PlotField(name, elementType, FieldAxis.Of(order == MemoryOrder.ColumnMajor ? [.. shape.Reverse()] : shape, order == MemoryOrder.ColumnMajor, null))
{
    private object? _whole;

    protected sealed override DistArray<T> Part<T>(AxisPart[] parts)
    {
        var whole = (DistArray<T>)(_whole ??= Whole<T>(new Distribution(new SelfCommunicator(), [.. shape.Select(extent => new ReplicatedMap(extent))])));
        return (order == MemoryOrder.ColumnMajor ? whole.Transpose() : whole)[[.. parts.Select(part => part.ToIndex())]];
    }

    /// <summary>All of it, in the file's own shape.</summary>
    protected abstract DistArray<T> Whole<T>(Distribution distribution) where T : unmanaged;
}
