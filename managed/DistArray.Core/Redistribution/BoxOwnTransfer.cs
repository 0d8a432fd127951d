namespace DistArray;

/// <summary>Elements of a product of index lists that go from one operand to another.</summary>
internal sealed class BoxOwnTransfer(IndexList[] from, IndexList[] to, LocalOperand source, LocalOperand target, int elementSize, long leastStreamed) : OwnTransfer(IndexBox.Size(from))
{
    private readonly bool _streams = IndexBox.Size(from) * elementSize >= leastStreamed;

    public override void Copy(long first, long count)
    {
        foreach (IndexBox box in IndexBox.Cut(from, first, count))
        {
            var pairs = new CombPair[from.Length][];
            for (int axis = 0; axis < pairs.Length; axis++)
                pairs[axis] = CombAlignment.Align(from[axis].Slice(box.Start[axis], box.Count[axis]), to[axis].Slice(box.Start[axis], box.Count[axis]));
            BoxCopy.Run(elementSize, source, target, pairs, _streams);
        }
    }
}
