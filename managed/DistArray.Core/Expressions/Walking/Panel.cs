namespace DistArray;

/// <summary>The inner two axes of a walk: rows of elements. Strides are in bytes, one each an operand, the destination first.</summary>
internal readonly unsafe ref struct Panel(long rows, long count, long* rowStrides, long* strides, ReadOnlySpan<long[]?> tables)
{
    private readonly ReadOnlySpan<long[]?> _tables = tables;

    /// <summary>Number of rows.</summary>
    public long Rows { get; } = rows;

    /// <summary>Number of elements of a row.</summary>
    public long Count { get; } = count;

    /// <summary>Distances of rows.</summary>
    public long* RowStrides { get; } = rowStrides;

    /// <summary>Distances of neighbours in a row.</summary>
    public long* Strides { get; } = strides;

    /// <summary>Whether some operand's elements of a row lie at listed distances. There is one row then.</summary>
    public bool HasTables => !_tables.IsEmpty;

    /// <summary>The byte offset of each element of an operand's row, or null where the stride tells.</summary>
    public long[]? Table(int operand) => _tables.IsEmpty ? null : _tables[operand];
}
