namespace DistArray;

/// <summary>A product of lists that comes in, of which some indices are passed over.</summary>
internal sealed unsafe class SelectiveTransfer(int[][] places, LocalOperand operand, int elementSize) : Transfer(places.Aggregate(1L, (size, axis) => size * axis.Length))
{
    // Each axis, each position: a local index, or -1.
    public override void Copy(byte* buffer, long first, long count, bool reversed)
    {
        if (reversed) throw new InvalidOperationException("Elements of which some are passed over come in row-major order.");
        IndexList[] positions = Array.ConvertAll(places, axis => IndexList.Range(0, axis.Length));
        long[] inner = IndexBox.Strides(positions), strides = Array.ConvertAll(inner, stride => stride * elementSize);
        foreach (IndexBox box in IndexBox.Cut(positions, first, count))
        {
            CombPair[][] pairs = [.. places.Select((axis, i) => Kept(axis.AsSpan(box.Start[i], box.Count[i])))];
            BoxCopy.Run(elementSize, new LocalOperand((nint)(buffer + ((box.First(inner) - first) * elementSize)), strides), operand, pairs);
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
        return CombAlignment.Align(positions.ToCombs(), locals.ToCombs());
    }
}
