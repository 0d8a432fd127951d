namespace DistArray;

/// <summary>What a rank keeps: elements that go from one of its operands to the other.</summary>
internal sealed unsafe class OwnTransfer(IndexList[] from, IndexList[] to, LocalOperand source, LocalOperand target, int elementSize)
{
    /// <summary>Number of elements.</summary>
    public long Count { get; } = IndexBox.Size(from);

    /// <summary>Copies a part of the elements, in row-major order.</summary>
    public void Copy(long first, long count)
    {
        foreach (IndexBox box in IndexBox.Cut(from, first, count))
        {
            var pairs = new CombPair[from.Length][];
            for (int axis = 0; axis < pairs.Length; axis++)
                pairs[axis] = CombAlignment.Align(from[axis].Slice(box.Start[axis], box.Count[axis]), to[axis].Slice(box.Start[axis], box.Count[axis]));
            PairCopy.Run(elementSize, source, target, pairs);
        }
    }
}
