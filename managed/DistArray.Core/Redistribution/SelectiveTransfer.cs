namespace DistArray;

/// <summary>A product of lists that comes in, in row-major order, of which some indices are passed over.</summary>
internal sealed unsafe class SelectiveTransfer : Transfer
{
    private readonly int[][] _places; // each axis, each position: local index, or -1
    private readonly IndexList[] _positions;
    private readonly LocalOperand _operand;
    private readonly int _elementSize;
    private readonly long[] _inner;

    public SelectiveTransfer(int rank, int[][] places, LocalOperand operand, int elementSize) : base(rank, places.Aggregate(1L, (size, axis) => size * axis.Length))
    {
        _places = places;
        _positions = Array.ConvertAll(places, axis => IndexList.Range(0, axis.Length));
        _operand = operand;
        _elementSize = elementSize;
        _inner = IndexBox.Strides(_positions);
    }

    public override void Copy(byte* buffer, long first, long count)
    {
        foreach (IndexBox box in IndexBox.Cut(_positions, first, count))
        {
            var strides = new long[_places.Length];
            var pairs = new CombPair[_places.Length][];
            for (int axis = 0; axis < strides.Length; axis++)
            {
                strides[axis] = _inner[axis] * _elementSize;
                pairs[axis] = Kept(_places[axis].AsSpan(box.Start[axis], box.Count[axis]));
            }
            PairCopy.Run(_elementSize, new LocalOperand((nint)(buffer + ((box.First(_inner) - first) * _elementSize)), strides), _operand, pairs);
        }
    }

    private static CombPair[] Kept(ReadOnlySpan<int> places)
    {
        IndexListBuilder positions = new(), locals = new();
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < 0) continue;
            positions.Add(i, 1);
            locals.Add(places[i], 1);
        }
        return CombAlignment.Align(positions.ToList(), locals.ToList());
    }
}
