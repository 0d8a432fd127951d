namespace DistArray;

/// <summary>Arrays of indices and masks, mixed with indices, ranges, new axes and the ellipsis: copies, as NumPy's advanced indexing.</summary>
internal static class AdvancedIndexing
{
    private const string Operation = "Index";

    /// <summary>The elements that the indices pick, as a new array. <b>Collective.</b></summary>
    public static DistArray<T> Get<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices) where T : unmanaged =>
        WholeMask(array, indices) is { } mask ? MaskedElements.Select(array, mask) : Part(array, indices).Get();

    /// <summary>Writes the elements that the indices pick. <b>Collective.</b></summary>
    public static void Set<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices, DistArray<T> value) where T : unmanaged
    {
        array.CheckWritable();
        if (WholeMask(array, indices) is { } mask) MaskedElements.Store(Operation, array, mask, value);
        else Part(array, indices, writes: true).Set(value);
    }

    // A mask alone that is over all axes.
    private static DistArray<bool>? WholeMask<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices) where T : unmanaged =>
        indices.Length == 1 && indices[0].Array is DistArray<bool> { NDim: > 0 } mask && mask.Shape.SequenceEqual(array.Shape) ? mask : null;

    private static IndexedPart<T> Part<T>(DistArray<T> array, ReadOnlySpan<AxisIndex> indices, bool writes = false) where T : unmanaged
    {
        AxisIndex[] complete = BasicIndexing.Complete(indices, array.Shape);
        BasicIndexing.Check(complete, array.Shape);
        int rest = array.NDim - Used(indices);
        var parts = new Parts();
        DistArray<T> view = array.Evaluate();
        foreach (AxisIndex index in indices)
        {
            switch (index.Kind)
            {
                case AxisIndexKind.Ellipsis:
                    parts.Keep(rest);
                    break;
                case AxisIndexKind.NewAxis:
                    view = view.InsertAxis(parts.Axis);
                    parts.Keep(1);
                    break;
                case AxisIndexKind.Index:
                    parts.Touch();
                    view = view.SelectIndex(parts.Axis, index.Index < 0 ? index.Index + view.Shape[parts.Axis] : index.Index);
                    break;
                case AxisIndexKind.Array when index.Array is DistArray<long> list:
                    parts.Pick(list);
                    break;
                case AxisIndexKind.Array:
                    var mask = (DistArray<bool>)index.Array!;
                    if (mask.NDim == 0) view = view.InsertAxis(parts.Axis);
                    foreach (DistArray<long> list in mask.NDim == 0 ? [mask.Item() ? new long[] { 0 } : Array.Empty<long>()] : MaskedElements.NonZero(mask)) parts.Pick(list);
                    break;
                default:
                    (long start, long step, long count) = index.Slice.On(view.Shape[parts.Axis]);
                    view = view.SliceAxis(parts.Axis, start, step, count);
                    parts.Keep(1);
                    break;
            }
        }
        // What is each rank's own is written by each rank.
        DistArray<long>[] lists = writes && array.Distribution.IsLiteral
            ? [.. parts.Lists.Select(list => list.Distribution.IsLiteral ? list : DistArray<long>.Literal(list.ToArray(), list.Shape))]
            : [.. parts.Lists];
        return new IndexedPart<T>(Operation, view, [.. parts.Axes], lists, parts.Place);
    }

    private static int Used(ReadOnlySpan<AxisIndex> indices)
    {
        int used = 0;
        foreach (AxisIndex index in indices)
            if (index.Kind is not (AxisIndexKind.NewAxis or AxisIndexKind.Ellipsis)) used += index.Array is DistArray<bool> mask ? mask.NDim : 1;
        return used;
    }

    /// <summary>What is picked so far. Arrays of indices and single indices that follow each other keep their place in the result; else the arrays' axes come first.</summary>
    private sealed class Parts
    {
        private int _kept;
        private int _runs;
        private bool _isInRun;
        private int _first;

        /// <summary>The next axis of the view.</summary>
        public int Axis { get; private set; }

        public List<int> Axes { get; } = [];

        public List<DistArray<long>> Lists { get; } = [];

        public int Place => _runs == 1 ? _first : 0;

        public void Keep(int axes)
        {
            _isInRun = false;
            _kept += axes;
            Axis += axes;
        }

        public void Touch()
        {
            if (!_isInRun && ++_runs == 1) _first = _kept;
            _isInRun = true;
        }

        public void Pick(DistArray<long> list)
        {
            Touch();
            Axes.Add(Axis++);
            Lists.Add(list);
        }
    }
}
