namespace DistArray;

/// <summary>Sorts along an axis that every rank has whole.</summary>
internal static unsafe class RowSort
{
    /// <summary>Sorts the elements where they are. Local.</summary>
    public static void Sort<T>(DistArray<T> array, int axis) where T : unmanaged
    {
        if (array.Distribution.LocalSize == 0) return;
        LocalOperand operand = array.WriteOperand();
        (long[] rows, long[] row) = Rows(operand, array.LocalShape, axis);
        var elements = new T[row.Length];
        foreach (long start in rows)
        {
            byte* first = (byte*)operand.Pointer + start;
            for (int i = 0; i < row.Length; i++) elements[i] = *(T*)(first + row[i]);
            elements.AsSpan().Sort(default(ElementOrder<T>));
            for (int i = 0; i < row.Length; i++) *(T*)(first + row[i]) = elements[i];
        }
        GC.KeepAlive(array);
    }

    /// <summary>Writes the indices that would sort the elements into an array of the same distribution. Local.</summary>
    public static void ArgSort<T>(DistArray<T> array, int axis, DistArray<long> result) where T : unmanaged
    {
        if (array.Distribution.LocalSize == 0) return;
        LocalOperand from = array.ReadOperand(), to = result.WriteOperand();
        (long[] rows, long[] row) = Rows(from, array.LocalShape, axis);
        (long[] resultRows, long[] resultRow) = Rows(to, result.LocalShape, axis);
        var elements = new (T Element, long Place)[row.Length];
        for (int number = 0; number < rows.Length; number++)
        {
            for (int i = 0; i < row.Length; i++) elements[i] = (*(T*)((byte*)from.Pointer + rows[number] + row[i]), i);
            elements.AsSpan().Sort(default(ElementOrder<T>));
            for (int i = 0; i < row.Length; i++) *(long*)((byte*)to.Pointer + resultRows[number] + resultRow[i]) = elements[i].Place;
        }
        GC.KeepAlive(array);
        GC.KeepAlive(result);
    }

    private static (long[] Rows, long[] Row) Rows(LocalOperand operand, ReadOnlySpan<int> shape, int axis)
    {
        long[][] tables = AxisTables.Offsets(operand, shape);
        return (AxisTables.Sums([.. tables[..axis], .. tables[(axis + 1)..]]), tables[axis]);
    }
}
