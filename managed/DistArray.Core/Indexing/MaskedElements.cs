namespace DistArray;

/// <summary>The elements of an array where a mask is true, in row-major order of the whole array whatever the distribution.</summary>
internal static unsafe class MaskedElements
{
    /// <summary>Indices of the true elements, an array of one dimension each axis. <b>Collective.</b></summary>
    public static DistArray<long>[] NonZero(DistArray<bool> mask)
    {
        MaskedOrder order = MaskedOrder.Of(mask);
        var indices = new DistArray<long>[mask.NDim];
        long[] rest = order.Places;
        for (int axis = mask.NDim - 1; axis >= 0; axis--)
        {
            long extent = mask.Shape[axis];
            var list = new long[rest.Length];
            for (int i = 0; i < list.Length; i++) (rest[i], list[i]) = Math.DivRem(rest[i], extent);
            indices[axis] = OfLocal<long>(order.Distribution, list);
        }
        return indices;
    }

    /// <summary>Places in row-major order of the true elements. <b>Collective.</b></summary>
    public static DistArray<long> FlatNonZero(DistArray<bool> mask)
    {
        MaskedOrder order = MaskedOrder.Of(mask);
        return OfLocal<long>(order.Distribution, order.Places);
    }

    /// <summary>The elements where a mask of the same shape is true, as a new array of one dimension. <b>Collective.</b></summary>
    public static DistArray<T> Select<T>(DistArray<T> array, DistArray<bool> mask) where T : unmanaged
    {
        // The mask goes to where the array is; an array that every rank has to where the mask is, unless that is each rank's own.
        if (array.IsWholeHere && !mask.Distribution.IsLiteral) array = array.Realign(mask.Distribution, "Index");
        else mask = mask.Realign(array.Distribution, "Index");
        bool[] isTrue = mask.LocalToArray();
        T[] values = Read(array, isTrue);
        MaskedOrder order = MaskedOrder.Of(mask.Distribution, isTrue);
        return OfLocal<T>(order.Distribution, order.Arrange(values));
    }

    /// <summary>Writes the elements where a mask of the same shape is true: with one value, or as many as there are. Local with a literal for value and a mask that lies
    /// where the array does, else <b>Collective</b>.</summary>
    /// <param name="operation">Name for errors.</param>
    /// <param name="array">The array.</param>
    /// <param name="mask">The mask.</param>
    /// <param name="value">The value or values.</param>
    /// <param name="repeats">Whether there may be more or fewer values, which are gone over again and again.</param>
    public static void Store<T>(string operation, DistArray<T> array, DistArray<bool> mask, DistArray<T> value, bool repeats = false) where T : unmanaged
    {
        // What is each rank's own is written by each rank.
        mask = array.Distribution.IsLiteral && !mask.Distribution.IsLiteral
            ? DistArray<bool>.Literal(mask.ToArray(), mask.Shape)
            : mask.Realign(array.Distribution, operation);
        if (value.NDim > 1 && !repeats)
            throw new ShapeMismatchException($"{operation}: values of shape {ShapeText.Of(value.Shape)} have more than one dimension, which a mask of the whole array does not take. Ravel them.");
        if (value.Size == 1)
        {
            array.Assign(value.NDim == 0 ? value : value.Squeeze(), mask);
            return;
        }
        bool[] isTrue = mask.LocalToArray();
        MaskedOrder order = MaskedOrder.Of(mask.Distribution, isTrue, toCopies: true);
        long count = order.Distribution.Shape[0];
        if (repeats && count > 0 && value.Size == 0) throw new ArgumentException($"{operation}: there are no values for the {count} elements.", nameof(value));
        if (!repeats && value.Size != count)
            throw new ShapeMismatchException($"{operation}: the mask is true for {count} elements, but the values are of shape {ShapeText.Of(value.Shape)}. Give one, or as many.");
        if (count == 0) return;
        using DistArray<T> ordered = DistArray<T>.Allocate(order.Distribution, MemoryOrder.RowMajor, zero: false);
        ordered.Assign(value.Size == count ? value.NDim == 1 ? value : value.Ravel() : Repeated(value, count));
        Write(array, isTrue, order.Restore(ordered.LocalToArray()));
    }

    /// <summary>An array of one dimension of what each rank has of it.</summary>
    public static DistArray<T> OfLocal<T>(Distribution distribution, T[] elements) where T : unmanaged
    {
        DistArray<T> array = DistArray<T>.Allocate(distribution, MemoryOrder.RowMajor, zero: false);
        elements.CopyTo(array.LocalSpan);
        return array;
    }

    private static DistArray<T> Repeated<T>(DistArray<T> value, long count) where T : unmanaged
    {
        DistArray<T> row = value.NDim == 1 ? value : value.Ravel();
        if (row.Size < count) row = Np.Tile(row, (count + row.Size - 1) / row.Size);
        return row.SliceAxis(0, 0, 1, count);
    }

    private static T[] Read<T>(DistArray<T> array, bool[] isTrue) where T : unmanaged
    {
        var values = new T[isTrue.AsSpan().Count(true)];
        if (values.Length == 0) return values;
        LocalOperand operand = array.ReadOperand();
        (long[] rows, long[] columns) = AxisTables.Rows(AxisTables.Offsets(operand, array.LocalShape));
        int found = 0;
        for (int row = 0, at = 0; row < rows.Length && found < values.Length; row++)
        {
            byte* start = (byte*)operand.Pointer + rows[row];
            for (int column = 0; column < columns.Length && found < values.Length; column++)
            {
                values[found] = *(T*)(start + columns[column]); // written over where the mask is false
                if (isTrue[at++]) found++;
            }
        }
        GC.KeepAlive(array);
        return values;
    }

    private static void Write<T>(DistArray<T> array, bool[] isTrue, T[] values) where T : unmanaged
    {
        if (values.Length == 0) return;
        LocalOperand operand = array.WriteOperand();
        (long[] rows, long[] columns) = AxisTables.Rows(AxisTables.Offsets(operand, array.LocalShape));
        int found = 0;
        for (int row = 0, at = 0; row < rows.Length && found < values.Length; row++)
        {
            byte* start = (byte*)operand.Pointer + rows[row];
            for (int column = 0; column < columns.Length; column++)
                if (isTrue[at++]) *(T*)(start + columns[column]) = values[found++];
        }
        GC.KeepAlive(array);
    }
}
