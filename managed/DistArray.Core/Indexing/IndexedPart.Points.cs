namespace DistArray;

internal sealed unsafe partial class IndexedPart<T>
{
    // Several arrays of indices: element by element.
    private DistArray<T> Fetch(long[][] indices)
    {
        DistArray<T> result = DistArray<T>.Allocate(_layout, MemoryOrder.RowMajor, zero: false);
        long size = _layout.LocalSize;
        if (size > int.MaxValue) throw new NotSupportedException($"{_operation}: {size} elements of the result would be on one rank, more than can be picked one by one ({int.MaxValue}). Index in pieces.");
        Span<T> elements = size == 0 ? [] : new Span<T>(result.Block.Pointer, (int)size);
        if (_source.IsWholeHere) Copy(indices, elements);
        else ElementGather.Fetch(_source, Places(indices), elements, _operation);
        GC.KeepAlive(result);
        return result;
    }

    // All elements are here.
    private void Copy(long[][] indices, Span<T> elements)
    {
        if (elements.IsEmpty) return;
        LocalOperand operand = _source.ReadOperand();
        long[][] tables = AxisTables.Offsets(operand, _source.LocalShape);
        long[] rest = AxisTables.Sums(tables.AsSpan(indices.Length..));
        int at = 0;
        for (int i = 0; i < indices[0].Length; i++)
        {
            byte* start = (byte*)operand.Pointer;
            for (int axis = 0; axis < indices.Length; axis++) start += tables[axis][indices[axis][i]];
            foreach (long offset in rest) elements[at++] = *(T*)(start + offset);
        }
        GC.KeepAlive(_source);
    }

    private void Store(long[][] indices, DistArray<T> values)
    {
        var back = new int[_order.Length];
        for (int axis = 0; axis < back.Length; axis++) back[_order[axis]] = axis;
        bool sends = IsEverywhere || _layout.IsPrimary;
        T[] elements = sends ? values.Permute(back).LocalToArray() : [];
        long[] places = sends ? Places(indices) : [], order = sends ? AxisTables.Sums(AxisTables.Places(_layout)) : [];
        ElementGather.Store(IsEverywhere ? _source.AsLiteral() : _source, places, elements, sends && _layout.LocalSize > 0 ? order : [], _operation);
    }

    // Of each element of this rank's part of the result, the place in row-major order of the source.
    private long[] Places(long[][] indices)
    {
        if (_layout.LocalSize == 0) return [];
        int count = indices.Length;
        long stride = 1;
        for (int axis = _source.NDim - 1; axis >= count; axis--) stride *= _source.Shape[axis];
        var picked = new long[indices[0].Length];
        for (int axis = count - 1; axis >= 0; axis--)
        {
            for (int i = 0; i < picked.Length; i++) picked[i] += indices[axis][i] * stride;
            stride *= _source.Shape[axis];
        }
        return AxisTables.Sums([picked, AxisTables.Sums(AxisTables.Places(_layout).AsSpan(_shape.Length..))]);
    }
}
