namespace DistArray;

/// <summary>The elements that an array of indices picks along an axis, each at its own other indices.</summary>
internal sealed unsafe class AlongAxis<T> where T : unmanaged
{
    private readonly string _operation;
    private readonly DistArray<T> _array;
    private readonly DistArray<long> _indices;
    private readonly int _axis;
    private readonly Distribution _layout;

    /// <summary>Describes the elements. Local.</summary>
    public AlongAxis(string operation, DistArray<T> array, DistArray<long> indices, int axis)
    {
        if (indices.NDim != array.NDim)
            throw new ShapeMismatchException($"{operation}: the indices have {indices.NDim} dimensions, and the array has {array.NDim}. Give as many.");
        _operation = operation;
        _array = array;
        _indices = indices;
        _axis = AxisNumbers.Normalize(axis, array.NDim);
        IndexNumbers.CheckLiteral(operation, indices, array.Shape, _axis, IndexMode.Raise);
        long[] own = array.Shape.ToArray();
        own[_axis] = 1;
        long[] shape = Alignment.Broadcast(operation, own, indices.Shape);
        shape[_axis] = indices.Shape[_axis];
        _layout = Layout(array.Distribution, indices, shape, _axis);
    }

    private bool IsEverywhere => _array.IsWholeHere && _layout.IsReplicated;

    /// <summary>The elements as a new array. <b>Collective.</b></summary>
    public DistArray<T> Get()
    {
        long[] picked = Picked();
        DistArray<T> result = DistArray<T>.Allocate(_layout, MemoryOrder.RowMajor, zero: false);
        Span<T> elements = _layout.LocalSize == 0 ? [] : result.LocalSpan;
        if (IsHere) Copy(picked, elements);
        else ElementGather.Fetch(_array, Places(picked), elements, _operation);
        GC.KeepAlive(result);
        return result;
    }

    /// <summary>Writes the elements; of several for one place the last stays. <b>Collective.</b></summary>
    public void Set(DistArray<T> value)
    {
        using DistArray<T> values = DistArray<T>.Allocate(_layout, MemoryOrder.RowMajor, zero: false);
        values.Assign(value);
        long[] places = Places(Picked());
        bool sends = (IsEverywhere || _layout.IsPrimary) && _layout.LocalSize > 0;
        ElementGather.Store(IsEverywhere ? _array.AsLiteral() : _array, sends ? places : [], sends ? values.LocalToArray() : [],
            sends ? AxisTables.Sums(AxisTables.Places(_layout)) : [], _operation);
    }

    private static Distribution Layout(Distribution array, DistArray<long> indices, long[] shape, int axis)
    {
        bool isSpread = !indices.Distribution.IsLiteral && !indices.Distribution.IsReplicated;
        if (isSpread && indices.Shape.SequenceEqual(shape)) return indices.Distribution.WithoutHalo();
        ICommunicator communicator = array.IsLiteral ? indices.Distribution.Communicator : array.Communicator;
        if (array.IsReplicated && !Redistribution.HasUnstructured(array))
        {
            if (isSpread) return new Distribution(communicator, shape);
            return array.IsLiteral && indices.Distribution.IsLiteral ? Distribution.Literal(shape) : ResultDistribution.Replicated(communicator, shape);
        }
        for (int other = 0; other < shape.Length; other++)
            if (other != axis && shape[other] != array.Shape[other]) return new Distribution(communicator, shape);
        return ResultDistribution.WithExtent(array.WithoutHalo(), axis, shape[axis]);
    }

    // Whether each rank has what its part of the result can ask for.
    private bool IsHere => _array.IsWholeHere || (ResultDistribution.IsWhole(_array.Distribution.DimMaps[_axis])
        && _array.Distribution.WithoutHalo() == ResultDistribution.WithExtent(_layout, _axis, _array.Shape[_axis]));

    private void Copy(long[] picked, Span<T> elements)
    {
        if (elements.IsEmpty) return;
        LocalOperand operand = _array.ReadOperand();
        long[][] tables = AxisTables.Offsets(operand, _array.LocalShape), globals = OwnedElements.GlobalIndices(_layout);
        long[] along = tables[_axis];
        for (int axis = 0; axis < tables.Length; axis++)
        {
            long[] table = tables[axis];
            if (axis == _axis || _array.Shape[axis] == 1) tables[axis] = new long[globals[axis].Length]; // one element meets all
            else if (_array.IsWholeHere) tables[axis] = Array.ConvertAll(globals[axis], index => table[index]);
        }
        long[] others = AxisTables.Sums(tables);
        for (int i = 0; i < others.Length; i++) elements[i] = *(T*)((byte*)operand.Pointer + others[i] + along[picked[i]]);
        GC.KeepAlive(_array);
    }

    // The index of each element of this rank's part of the result.
    private long[] Picked()
    {
        using DistArray<long> spread = DistArray<long>.Allocate(_layout, MemoryOrder.RowMajor, zero: false);
        spread.Assign(_indices);
        long[] picked = spread.LocalToArray();
        Exception? problem = IndexNumbers.Normalize(_operation, picked, _array.Shape, _axis, IndexMode.Raise);
        if (!_indices.Distribution.IsLiteral) _layout.Communicator.ThrowIfAny(problem);
        return picked;
    }

    // The places in row-major order of the array.
    private long[] Places(long[] picked)
    {
        if (picked.Length == 0) return [];
        long[][] tables = OwnedElements.GlobalIndices(_layout);
        long stride = 1, along = 1;
        for (int axis = tables.Length - 1; axis >= 0; axis--)
        {
            if (axis == _axis) along = stride;
            long step = axis == _axis || _array.Shape[axis] == 1 ? 0 : stride; // one element meets all
            for (int i = 0; i < tables[axis].Length; i++) tables[axis][i] *= step;
            stride *= _array.Shape[axis];
        }
        long[] others = AxisTables.Sums(tables);
        for (int i = 0; i < picked.Length; i++) picked[i] = others[i] + (picked[i] * along);
        return picked;
    }
}
