namespace DistArray;

/// <summary>Sums of a number each axis over the local elements of an array: their places in row-major order, or where they lie in memory.</summary>
internal static class AxisTables
{
    /// <summary>For each local index of each axis what it adds to the place in row-major order.</summary>
    public static long[][] Places(Distribution distribution)
    {
        long[][] tables = OwnedElements.GlobalIndices(distribution);
        long stride = 1;
        for (int axis = tables.Length - 1; axis >= 0; axis--)
        {
            for (int i = 0; i < tables[axis].Length; i++) tables[axis][i] *= stride;
            stride *= distribution.Shape[axis];
        }
        return tables;
    }

    /// <summary>For each local index of each axis what it adds to the address.</summary>
    public static long[][] Offsets(LocalOperand operand, ReadOnlySpan<int> shape)
    {
        var tables = new long[shape.Length][];
        for (int axis = 0; axis < tables.Length; axis++)
        {
            if (operand.Tables?[axis] is { } table)
            {
                tables[axis] = table;
                continue;
            }
            tables[axis] = new long[shape[axis]];
            for (int i = 0; i < tables[axis].Length; i++) tables[axis][i] = i * operand.ByteStrides[axis];
        }
        return tables;
    }

    /// <summary>The sum for every combination, in row-major order; 0 alone where there are no axes.</summary>
    public static long[] Sums(ReadOnlySpan<long[]> tables)
    {
        long[] sums = [0];
        foreach (long[] table in tables)
        {
            var next = new long[checked(sums.Length * table.Length)];
            for (int i = 0, at = 0; i < sums.Length; i++)
                for (int j = 0; j < table.Length; j++) next[at++] = sums[i] + table[j];
            sums = next;
        }
        return sums;
    }

    /// <summary>The sums of all axes but the last one, and the numbers of that.</summary>
    public static (long[] Rows, long[] Columns) Rows(long[][] tables) => tables.Length == 0 ? ([0], [0]) : (Sums(tables.AsSpan(..^1)), tables[^1]);
}
