namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>The array with its axes in the opposite order.</summary>
    /// <returns>A view; every rank keeps what it owns, halo included. As numpy.transpose(a).</returns>
    /// <remarks>Local. Computes a pending array.</remarks>
    public DistArray<T> Transpose() => Permute([.. Enumerable.Range(0, NDim).Reverse()]);

    /// <summary>Every step-th index of an axis: a view.</summary>
    internal DistArray<T> SliceAxis(int axis, long start, long step, long count)
    {
        if (start == 0 && step == 1 && count == Shape[axis]) return this;
        LocalPick pick = Distribution.IsMember ? SlicedMap.Pick(Distribution.DimMaps[axis], Distribution.GridCoordinates[axis], start, step, count) : new LocalPick(0, 1, 0);
        return Pick(Distribution.WithMap(axis, SlicedMap.Create(Distribution.DimMaps[axis], start, step, count)), axis, pick);
    }

    /// <summary>One index of an axis, which goes: a view on the ranks that own the index.</summary>
    /// <remarks><b>Collective</b> where the axis is unstructured, else local.</remarks>
    internal DistArray<T> SelectIndex(int axis, long index)
    {
        DimMap map = Distribution.DimMaps[axis];
        int part = Distribution.PartOf(axis, index);
        bool isMine = Distribution.IsMember && Distribution.GridCoordinates[axis] == part;
        Distribution selected = Distribution.Select(axis, part);
        if (isMine) return Drop(axis, map.GlobalToLocal(index), selected);
        Evaluate();
        return new DistArray<T>(selected, LocalBlock<T>.Nowhere(selected.LocalShape), ownsMemory: false) { _isReadOnly = _isReadOnly };
    }

    /// <summary>The axes in another order, for each new axis the old one: a view, halo included.</summary>
    internal DistArray<T> Permute(int[] axes)
    {
        LocalBlock<T> block = Storage();
        var permuted = new LocalBlock<T>(block.Pointer, Array.ConvertAll(axes, axis => block.Shape[axis]), Array.ConvertAll(axes, axis => block.Strides[axis]), block.Owner);
        return new DistArray<T>(Distribution.Permute(axes), permuted, ownsMemory: false, _picks is null ? null : Array.ConvertAll(axes, axis => _picks[axis])) { _isReadOnly = _isReadOnly };
    }

    /// <summary>With a new axis of one element, or of more that share memory: a view.</summary>
    internal DistArray<T> InsertAxis(int axis, long extent = 1)
    {
        LocalBlock<T> block = OwnedBlock();
        Distribution inserted = Distribution.Insert(axis, new ReplicatedMap(extent));
        int local = Distribution.IsMember ? (int)extent : 0;
        var wider = new LocalBlock<T>(block.Pointer, [.. block.Shape[..axis], local, .. block.Shape[axis..]], [.. block.Strides[..axis], 0, .. block.Strides[axis..]], block.Owner);
        return new DistArray<T>(inserted, wider, ownsMemory: false, _picks is null ? null : [.. _picks[..axis], null, .. _picks[axis..]]) { _isReadOnly = _isReadOnly || extent > 1 };
    }

    /// <summary>An array of one dimension as an axis of a larger one, along whose other axes all elements share memory: a read-only view.</summary>
    /// <param name="distribution">Distribution of the view: this rank's indices along the axis are those of this array.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="shape">Local shape of the view.</param>
    internal DistArray<T> SpreadOver(Distribution distribution, int axis, ReadOnlySpan<int> shape)
    {
        LocalBlock<T> line = OwnedBlock();
        int[] extents = shape.ToArray();
        extents[axis] = line.Shape[0];
        var strides = new long[extents.Length];
        strides[axis] = line.Strides[0];
        int[]?[]? picks = _picks is null ? null : new int[]?[extents.Length];
        if (picks is not null) picks[axis] = _picks![0];
        return new DistArray<T>(distribution, new LocalBlock<T>(line.Pointer, extents, strides, line.Owner), ownsMemory: false, picks) { _isReadOnly = true };
    }

    /// <summary>Without an axis of one element: a view on the ranks that own it.</summary>
    internal DistArray<T> RemoveAxis(int axis) => SelectIndex(axis, 0);

    /// <summary>An array that every rank has whole as one that is this rank's own: a view.</summary>
    internal DistArray<T> AsLiteral() =>
        new(Distribution.Literal(Shape), OwnedBlock(), ownsMemory: false, _picks) { _isReadOnly = _isReadOnly };

    /// <summary>The memory with other axes; the result owns it where this array did.</summary>
    internal DistArray<T> Reinterpret(Distribution distribution, int[] shape, long[] strides)
    {
        LocalBlock<T> block = Storage();
        return new DistArray<T>(distribution, new LocalBlock<T>(block.Pointer, shape, strides, block.Owner), _ownsMemory);
    }

    /// <summary>The same elements, not to be written: a view.</summary>
    internal DistArray<T> ReadOnly()
    {
        DistArray<T> view = View();
        view._isReadOnly = true;
        return view;
    }

    /// <summary>The part that a rank needs of an array that every rank has whole: a view.</summary>
    private DistArray<T> PickLocal(Distribution target)
    {
        Evaluate();
        DistArray<T> picked = this;
        for (int axis = 0; axis < NDim; axis++)
        {
            DimMap source = Distribution.DimMaps[axis], wanted = target.DimMaps[axis];
            LocalPick pick;
            if (!target.IsMember) pick = new LocalPick(0, 1, 0);
            else if (source is ReplicatedMap && wanted is BlockMap or ReplicatedMap) pick = Range(wanted, target.GridCoordinates[axis]);
            else pick = LocalPick.Of(Array.ConvertAll(OwnedElements.GlobalIndices(wanted, target.GridCoordinates[axis]), source.GlobalToLocal));
            picked = picked.Pick(picked.Distribution.WithMap(axis, new ReplicatedMap(pick.Count)), axis, pick);
        }
        return new DistArray<T>(target.WithoutHalo(), picked._block!, ownsMemory: false, picked._picks);

        static LocalPick Range(DimMap map, int part) => map is BlockMap block ? new LocalPick((int)block.Start(part), 1, block.LocalSize(part)) : new LocalPick(0, 1, (int)map.Size);
    }

    // The distribution may be a passing one.
    private DistArray<T> Pick(Distribution distribution, int axis, LocalPick pick)
    {
        LocalBlock<T> block = OwnedBlock();
        int[] shape = block.Shape.ToArray();
        long[] strides = block.Strides.ToArray();
        T* pointer = block.Pointer;
        int[]?[]? picks = _picks is null ? null : [.. _picks];
        if (_picks?[axis] is { } before)
        {
            var table = new int[pick.Count];
            for (int i = 0; i < table.Length; i++) table[i] = before[pick[i]];
            pick = LocalPick.Of(table);
        }
        if (picks is not null || pick.Table is not null) (picks ??= new int[]?[NDim])[axis] = pick.Table;
        if (pick.Table is null)
        {
            shape[axis] = pick.Count;
            if (pick.Count > 0) pointer += pick.Start * strides[axis];
            strides[axis] *= pick.Step;
        }
        return new DistArray<T>(distribution, new LocalBlock<T>(pointer, shape, strides, block.Owner), ownsMemory: false, Needed(picks)) { _isReadOnly = _isReadOnly };
    }

    // One local index of an axis, which goes.
    private DistArray<T> Drop(int axis, int local, Distribution distribution)
    {
        LocalBlock<T> block = OwnedBlock();
        T* pointer = block.Pointer;
        if (Distribution.LocalSize > 0) pointer += (_picks?[axis] is { } table ? table[local] : local) * block.Strides[axis];
        var dropped = new LocalBlock<T>(pointer, [.. block.Shape[..axis], .. block.Shape[(axis + 1)..]], [.. block.Strides[..axis], .. block.Strides[(axis + 1)..]], block.Owner);
        return new DistArray<T>(distribution, dropped, ownsMemory: false, _picks is null ? null : Needed([.. _picks[..axis], .. _picks[(axis + 1)..]])) { _isReadOnly = _isReadOnly };
    }

    private static int[]?[]? Needed(int[]?[]? picks) => picks is null || Array.TrueForAll(picks, pick => pick is null) ? null : picks;

    // The block without halo.
    private LocalBlock<T> OwnedBlock()
    {
        LocalBlock<T> block = Storage();
        if (!Distribution.HasHalo) return block;
        LocalView<T> view = block.View;
        for (int axis = 0; axis < NDim; axis++) view = view.Slice(axis, Distribution.HaloLow[axis], Distribution.LocalShape[axis]);
        return view.ToBlock();
    }
}
