namespace DistArray;

/// <summary>What a rank owns as runs in row-major order; the rank knows all parts of the axes.</summary>
internal sealed class LinearRuns
{
    private readonly Distribution _distribution;
    private readonly LocalOperand _operand;
    private readonly long[] _strides; // row-major, of the whole array, in elements
    private readonly int _axis;       // axes after this one are whole here and dense in memory
    private readonly long _unit = 1;  // their elements
    private readonly long _inner;     // bytes from one of these to the next

    public LinearRuns(Distribution distribution, LocalOperand operand)
    {
        _distribution = distribution;
        _operand = operand;
        _strides = LinearOwners.Strides(distribution.Shape);
        for (_axis = distribution.NDim - 1; _axis > 0 && distribution.LocalSize > 0; _axis--)
        {
            int extent = distribution.LocalShape[_axis];
            if (extent != distribution.Shape[_axis] || !GoesOn(_axis)) break;
            if (_unit == 1) _inner = operand.ByteStrides[_axis];
            _unit *= extent;
        }
    }

    /// <summary>Goes over the runs in ascending order.</summary>
    public IEnumerable<LinearRun> All()
    {
        if (_distribution.LocalSize == 0) yield break;
        if (_distribution.NDim == 0)
        {
            yield return new LinearRun(0, 0, 1, 1, _operand.Pointer, 0, 0);
            yield break;
        }
        long stride = _operand.ByteStrides[_axis], unit = _strides[_axis];
        bool goesOn = GoesOn(_axis);
        long[]? table = _operand.Tables?[_axis];
        (IndexRun Run, int Repeats, long Step)[] combs = [.. Combs(_distribution.DimMaps[_axis], _distribution.GridCoordinates[_axis], table is null)];
        var indices = new long[_axis][];
        for (int axis = 0; axis < _axis; axis++) indices[axis] = OwnedElements.GlobalIndices(_distribution.DimMaps[axis], _distribution.GridCoordinates[axis]);
        var local = new int[_axis];
        do
        {
            (long first, nint start) = Row(indices, local);
            foreach ((IndexRun run, int repeats, long step) in combs)
            {
                if (goesOn)
                {
                    yield return new LinearRun(first + (run.GlobalStart * unit), step * unit, repeats, run.Count * unit, start + (nint)(run.LocalStart * stride), run.Count * stride, unit > 1 ? _inner : stride);
                    continue;
                }
                for (int i = 0; i < repeats * run.Count; i++)
                {
                    (int repeat, int one) = Math.DivRem(i, run.Count);
                    int at = run.LocalStart + i;
                    yield return new LinearRun(first + ((run.GlobalStart + (repeat * step) + one) * unit), 0, 1, unit, start + (nint)(table is null ? at * stride : table[at]), 0, _inner);
                }
            }
        }
        while (Next(local));
    }

    // The runs of an axis; those of blocks that are dealt out put together.
    private static IEnumerable<(IndexRun Run, int Repeats, long Step)> Combs(DimMap map, int part, bool canRepeat)
    {
        if (!canRepeat || map is not BlockCyclicMap { Parts: > 1 } cyclic) return map.Runs(part).Select(run => (run, 1, 0L));
        int size = cyclic.LocalSize(part), block = cyclic.BlockSize, blocks = size / block, whole = blocks * block;
        var combs = new List<(IndexRun, int, long)>();
        if (blocks > 0) combs.Add((new IndexRun(cyclic.LocalToGlobal(part, 0), 0, block), blocks, (long)block * cyclic.Parts));
        if (whole < size) combs.Add((new IndexRun(cyclic.LocalToGlobal(part, whole), whole, size - whole), 1, 0));
        return combs;
    }

    // Whether the next index of an axis lies where the elements of the one before end.
    private bool GoesOn(int axis) => _operand.Tables?[axis] is null && (_unit == 1 || _distribution.LocalShape[axis] == 1 || _operand.ByteStrides[axis] == _unit * _inner);

    private (long First, nint Start) Row(long[][] indices, int[] local)
    {
        long first = 0;
        nint start = _operand.Pointer;
        for (int axis = 0; axis < local.Length; axis++)
        {
            first += indices[axis][local[axis]] * _strides[axis];
            start += (nint)(_operand.Tables?[axis] is { } table ? table[local[axis]] : local[axis] * _operand.ByteStrides[axis]);
        }
        return (first, start);
    }

    private bool Next(int[] local)
    {
        for (int axis = local.Length - 1; axis >= 0; axis--)
        {
            if (++local[axis] < _distribution.LocalShape[axis]) return true;
            local[axis] = 0;
        }
        return false;
    }
}
