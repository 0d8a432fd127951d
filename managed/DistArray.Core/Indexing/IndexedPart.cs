namespace DistArray;

/// <summary>The part of an array that arrays of indices pick: to be read into a new array, or written.</summary>
/// <remarks>One array of indices goes by lists each axis (<see cref="AxisGather"/>), several by single elements (<see cref="ElementGather"/>).</remarks>
internal sealed partial class IndexedPart<T> where T : unmanaged
{
    private readonly string _operation;
    private readonly DistArray<T> _source;       // the indexed axes first
    private readonly DistArray<long>[] _indices;
    private readonly IndexMode _mode;
    private readonly long[] _shape;              // of the indices together
    private readonly int[] _order;               // for each axis of the result that of (indices, other axes)
    private readonly Distribution _layout;       // of (indices, other axes)

    /// <summary>Describes a part. Local.</summary>
    /// <param name="operation">Name for errors.</param>
    /// <param name="array">The array.</param>
    /// <param name="axes">Its axes that are indexed.</param>
    /// <param name="indices">Indices of each, which broadcast.</param>
    /// <param name="place">Before which of the other axes those of the indices come in the result.</param>
    /// <param name="mode">What becomes of indices outside of an axis.</param>
    public IndexedPart(string operation, DistArray<T> array, int[] axes, DistArray<long>[] indices, int place, IndexMode mode = IndexMode.Raise)
    {
        _operation = operation;
        _mode = mode;
        _shape = Alignment.BroadcastShape(operation, indices);
        for (int i = 0; i < axes.Length; i++) IndexNumbers.CheckLiteral(operation, indices[i], array.Shape, axes[i], mode);
        _source = array.Permute([.. axes, .. Enumerable.Range(0, array.NDim).Except(axes)]);
        // An array that is each rank's own gets what is the same everywhere.
        bool isOwn = array.Distribution.IsLiteral;
        _indices = indices;
        _layout = IndexedLayout.Choose(_source.Distribution, indices, _shape);
        if (!_layout.IsLiteral && !isOwn) Redistribution.CheckRanks(operation, _source.Distribution, _layout);
        int count = _shape.Length, rest = _source.NDim - indices.Length;
        _order = [.. Enumerable.Range(count, place), .. Enumerable.Range(0, count), .. Enumerable.Range(count + place, rest - place)];
    }

    private int Rest => _source.NDim - _indices.Length;

    private bool IsPointwise => _indices.Length > 1 || (Rest == 0 && _shape.Length != 1);

    // Whether every rank has the source and the result: then each one writes by itself.
    private bool IsEverywhere => _source.IsWholeHere && _layout.IsReplicated;

    /// <summary>The elements as a new array.</summary>
    public DistArray<T> Get()
    {
        long[][] indices = Indices(_layout);
        DistArray<T> result = IsPointwise ? Fetch(indices) : Take(indices[0]);
        long[] strides = StridedLayout.Contiguous(_layout.LocalShape, MemoryOrder.RowMajor, out _);
        int[] extents = _layout.LocalShape.ToArray();
        return result.Reinterpret(_layout.Permute(_order), Array.ConvertAll(_order, axis => extents[axis]), Array.ConvertAll(_order, axis => strides[axis]));
    }

    /// <summary>Writes the elements; of several for one place the last in row-major order stays.</summary>
    public void Set(DistArray<T> value)
    {
        _source.CheckWritable();
        DistArray<T> values = DistArray<T>.Allocate(_layout.Permute(_order), MemoryOrder.RowMajor, zero: false);
        values.Assign(value);
        long[][] indices = Indices(_layout);
        if (IsPointwise) Store(indices, values);
        else Put(indices[0], values);
        values.Dispose();
    }

    // The indices of this rank's part of the result, each list in row-major order.
    private long[][] Indices(Distribution layout)
    {
        Distribution needed = layout;
        for (int axis = layout.NDim - 1; axis >= _shape.Length; axis--) needed = needed.Collapse(axis);
        var lists = new long[_indices.Length][];
        Exception? problem = null;
        for (int i = 0; i < lists.Length; i++)
        {
            using DistArray<long> spread = DistArray<long>.Allocate(needed, MemoryOrder.RowMajor, zero: false);
            spread.Assign(_indices[i]);
            lists[i] = spread.LocalToArray();
            problem ??= IndexNumbers.Normalize(_operation, lists[i], _source.Shape, i, _mode);
        }
        if (Array.Exists(_indices, one => !one.Distribution.IsLiteral)) layout.Communicator.ThrowIfAny(problem);
        return lists;
    }

    private DistArray<T> Take(long[] indices)
    {
        Distribution flat = Flat(asLiteral: false);
        if (!_source.IsWholeHere) return AxisGather.Take(_source, flat, Lists(indices, flat), _operation, MemoryOrder.RowMajor);
        // What this rank needs is here: its part is an array of its own.
        if (flat.LocalSize == 0) return DistArray<T>.Allocate(flat, MemoryOrder.RowMajor, zero: false);
        var own = Distribution.Literal(Array.ConvertAll(flat.LocalShape.ToArray(), extent => (long)extent));
        return AxisGather.Take(_source.AsLiteral(), own, Lists(indices, own), _operation, MemoryOrder.RowMajor);
    }

    private void Put(long[] indices, DistArray<T> values)
    {
        Distribution flat = Flat(IsEverywhere);
        // The axes of the indices lie side by side in memory, in their order.
        long[] strides = StridedLayout.Contiguous(values.LocalShape, MemoryOrder.RowMajor, out _);
        int place = Array.IndexOf(_order, 0), count = _shape.Length;
        long[] rest = count == 0 ? strides : [.. strides[..place], .. strides[(place + count)..]];
        DistArray<T> source = values.Reinterpret(flat, flat.LocalShape.ToArray(), [count == 0 ? 0 : strides[place + count - 1], .. rest]);
        AxisGather.Put(IsEverywhere ? _source.AsLiteral() : _source, Lists(indices, flat), source, _operation);
    }

    // One list for the indexed axis; the others as they are.
    private AxisIndices[] Lists(long[] indices, Distribution flat)
    {
        var axes = new AxisIndices[flat.NDim];
        Array.Fill(axes, AxisIndices.Identity);
        axes[0] = AxisIndices.Of(flat.IsMember ? indices : []);
        return axes;
    }

    // The layout with the axes of the indices as one; of several only the first is divided, by blocks.
    private Distribution Flat(bool asLiteral)
    {
        Distribution flat = _layout;
        if (_shape.Length == 0) flat = flat.Insert(0, new ReplicatedMap(1));
        else if (_shape.Length > 1)
        {
            long inner = 1;
            for (int axis = _shape.Length - 1; axis > 0; axis--)
            {
                inner *= _shape[axis];
                flat = flat.Collapse(axis);
            }
            DimMap first = flat.DimMaps[0];
            if (first.Parts == 1)
            {
                flat = flat.WithMap(0, new ReplicatedMap(first.Size * inner));
            }
            else
            {
                var bounds = new long[first.Parts + 1];
                for (int part = 0; part < first.Parts; part++) bounds[part + 1] = bounds[part] + (first.LocalSize(part) * inner);
                flat = flat.WithMap(0, BlockMap.FromBounds(bounds));
            }
        }
        return asLiteral ? Distribution.Literal(flat.Shape) : flat;
    }
}
