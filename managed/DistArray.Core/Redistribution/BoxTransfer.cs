namespace DistArray;

/// <summary>A transfer of a product of index lists in row-major order.</summary>
internal sealed unsafe class BoxTransfer : Transfer
{
    private readonly IndexList[] _lists;
    private readonly LocalOperand _operand;
    private readonly int _elementSize;
    private readonly bool _packs;
    private readonly long[] _inner; // elements of the buffer from one index of an axis to the next

    /// <summary>Describes the transfer.</summary>
    /// <param name="rank">The other rank.</param>
    /// <param name="lists">Local indices along each axis.</param>
    /// <param name="operand">Where the elements lie.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="packs">Whether elements go into the buffer; else out of it.</param>
    public BoxTransfer(int rank, IndexList[] lists, LocalOperand operand, int elementSize, bool packs) : base(rank, IndexBox.Size(lists))
    {
        _lists = lists;
        _operand = operand;
        _elementSize = elementSize;
        _packs = packs;
        _inner = IndexBox.Strides(lists);
    }

    public override void Copy(byte* buffer, long first, long count)
    {
        foreach (IndexBox box in IndexBox.Cut(_lists, first, count))
        {
            var strides = new long[_lists.Length];
            var pairs = new CombPair[_lists.Length][];
            for (int axis = 0; axis < strides.Length; axis++)
            {
                strides[axis] = _inner[axis] * _elementSize;
                IndexList mine = _lists[axis].Slice(box.Start[axis], box.Count[axis]), buffered = IndexList.Range(0, box.Count[axis]);
                pairs[axis] = _packs ? CombAlignment.Align(mine, buffered) : CombAlignment.Align(buffered, mine);
            }
            var packed = new LocalOperand((nint)(buffer + ((box.First(_inner) - first) * _elementSize)), strides);
            if (_packs) PairCopy.Run(_elementSize, _operand, packed, pairs);
            else PairCopy.Run(_elementSize, packed, _operand, pairs);
        }
    }
}
