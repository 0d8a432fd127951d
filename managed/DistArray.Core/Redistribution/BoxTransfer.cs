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

    /// <summary>Bytes of the transfer from which on what is taken out of the buffer passes the caches by.</summary>
    public long LeastStreamed { get; init; } = OwnTransfer.LeastStreamed;

    public override bool PrefersReversed => !IsRowMajor && MemoryRuns.IsReversed(_lists, _operand);

    public override void Copy(byte* buffer, long first, long count, bool reversed)
    {
        IndexList[] lists = MemoryRuns.InOrder(_lists, reversed);
        LocalOperand operand = MemoryRuns.InOrder(_operand, reversed);
        long[] inner = IndexBox.Strides(lists), strides = Array.ConvertAll(inner, stride => stride * _elementSize);
        foreach (IndexBox box in IndexBox.Cut(lists, first, count))
        {
            var pairs = new CombPair[lists.Length][];
            for (int axis = 0; axis < pairs.Length; axis++)
                pairs[axis] = [.. lists[axis].Pieces(box.Start[axis], box.Count[axis]).Select(piece => piece.WithPositions(_packs))];
            var packed = new LocalOperand((nint)(buffer + ((box.First(inner) - first) * _elementSize)), strides);
            if (_packs) BoxCopy.Run(_elementSize, operand, packed, pairs);
            else BoxCopy.Run(_elementSize, packed, operand, pairs, Count * _elementSize >= LeastStreamed);
        }
    }
}
