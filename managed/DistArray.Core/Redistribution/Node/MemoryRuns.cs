namespace DistArray;

/// <summary>Where the elements of a product of index lists lie in memory, as pieces without gaps.</summary>
internal static class MemoryRuns
{
    /// <summary>Bytes of a piece from which on it pays that another process reads it.</summary>
    public const int LeastRun = 2048;

    /// <summary>Whether the first index varies fastest in memory.</summary>
    public static bool IsReversed(IndexList[] lists, LocalOperand operand)
    {
        int first = Array.FindIndex(lists, list => list.Count > 1), last = Array.FindLastIndex(lists, list => list.Count > 1);
        return first < last && Math.Abs(operand.ByteStrides[first]) < Math.Abs(operand.ByteStrides[last]);
    }

    public static IndexList[] InOrder(IndexList[] lists, bool reversed) => reversed ? [.. Enumerable.Reverse(lists)] : lists;

    public static LocalOperand InOrder(LocalOperand operand, bool reversed) => !reversed
        ? operand
        : new LocalOperand(operand.Pointer, [.. Enumerable.Reverse(operand.ByteStrides)], operand.Tables is null ? null : [.. Enumerable.Reverse(operand.Tables)]);

    /// <summary>Average bytes of neighbours along the last axis.</summary>
    public static long AverageRun(IndexList[] lists, LocalOperand operand, int elementSize)
    {
        if (operand.Tables is not null) return 0;
        int last = Array.FindLastIndex(lists, list => list.Count > 1);
        if (last < 0) return elementSize;
        if (operand.ByteStrides[last] != elementSize || lists[last].IsPeriodic) return elementSize;
        Comb[] combs = lists[last].Slice(0, lists[last].Count);
        return (long)lists[last].Count * elementSize / combs.Sum(comb => (long)comb.Count);
    }

    /// <summary>The pieces of a range of the elements, in row-major order.</summary>
    public static List<MemoryPiece> Of(IndexList[] lists, LocalOperand operand, int elementSize, long first, long count)
    {
        var pieces = new List<MemoryPiece>();
        foreach (IndexBox box in IndexBox.Cut(lists, first, count))
            Add(pieces, [.. lists.Select((list, axis) => list.Slice(box.Start[axis], box.Count[axis]))], operand, elementSize, 0, operand.Pointer);
        return pieces;
    }

    private static void Add(List<MemoryPiece> pieces, Comb[][] combs, LocalOperand operand, int elementSize, int axis, nint start)
    {
        if (axis == combs.Length)
        {
            MemoryPiece.Add(pieces, start, elementSize);
            return;
        }
        nint stride = (nint)operand.ByteStrides[axis];
        foreach (Comb comb in combs[axis])
        {
            for (int i = 0; i < comb.Count; i++)
            {
                nint at = start + ((comb.Start + (i * comb.Step)) * stride);
                if (axis == combs.Length - 1 && stride == elementSize) MemoryPiece.Add(pieces, at, comb.Run * stride);
                else for (int j = 0; j < comb.Run; j++) Add(pieces, combs, operand, elementSize, axis + 1, at + (j * stride));
            }
        }
    }
}
