namespace DistArray;

/// <summary>A transfer of a product of index lists.</summary>
internal sealed unsafe class BoxTransfer : Transfer
{
    private readonly IndexList[] _lists;
    private readonly LocalOperand _operand;
    private readonly int _elementSize;
    private readonly bool _packs;

    /// <summary>Describes the transfer.</summary>
    /// <param name="lists">Local indices along each axis.</param>
    /// <param name="operand">Where the elements lie.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="packs">Whether elements go into the buffer; else out of it.</param>
    public BoxTransfer(IndexList[] lists, LocalOperand operand, int elementSize, bool packs) : base(IndexBox.Size(lists))
    {
        _lists = lists;
        _operand = operand;
        _elementSize = elementSize;
        _packs = packs;
    }

    /// <summary>Whether the receiver takes row-major order alone.</summary>
    public bool IsRowMajor { get; init; }

    public override bool PrefersReversed
    {
        get
        {
            if (IsRowMajor) return false;
            int first = Array.FindIndex(_lists, list => list.Count > 1), last = Array.FindLastIndex(_lists, list => list.Count > 1);
            return first < last && Math.Abs(_operand.ByteStrides[first]) < Math.Abs(_operand.ByteStrides[last]);
        }
    }

    public override void Copy(byte* buffer, long first, long count, bool reversed)
    {
        IndexList[] lists = reversed ? [.. Enumerable.Reverse(_lists)] : _lists;
        LocalOperand operand = reversed ? Reversed(_operand) : _operand;
        long[] inner = IndexBox.Strides(lists), strides = Array.ConvertAll(inner, stride => stride * _elementSize);
        foreach (IndexBox box in IndexBox.Cut(lists, first, count))
        {
            var pairs = new CombPair[lists.Length][];
            for (int axis = 0; axis < pairs.Length; axis++)
            {
                Comb[] mine = lists[axis].Slice(box.Start[axis], box.Count[axis]), buffered = [new Comb(0, 0, 1, box.Count[axis])];
                pairs[axis] = _packs ? CombAlignment.Align(mine, buffered) : CombAlignment.Align(buffered, mine);
            }
            var packed = new LocalOperand((nint)(buffer + ((box.First(inner) - first) * _elementSize)), strides);
            if (_packs) BoxCopy.Run(_elementSize, operand, packed, pairs);
            else BoxCopy.Run(_elementSize, packed, operand, pairs);
        }
    }

    private static LocalOperand Reversed(LocalOperand operand) =>
        new(operand.Pointer, [.. Enumerable.Reverse(operand.ByteStrides)], operand.Tables is null ? null : [.. Enumerable.Reverse(operand.Tables)]);
}
