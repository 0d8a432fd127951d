using System.Buffers;

namespace DistArray;

/// <summary>Copies the Cartesian product of paired indices between two operands.</summary>
internal static unsafe class BoxCopy
{
    // With more pieces an axis is walked by a table of offsets, so many indices at a time.
    private const int MostPieces = 8;
    private const int TableSize = 4096;

    /// <summary>Copies; pairs are those of each axis.</summary>
    public static void Run(int elementSize, LocalOperand source, LocalOperand target, CombPair[][] pairs)
    {
        foreach (CombPair[] axis in pairs)
            if (axis.Length == 0) return;
        var walk = new Walk(elementSize, source, target, pairs);
        walk.Axis(0, (byte*)source.Pointer, (byte*)target.Pointer, 0);
    }

    private readonly ref struct Walk(int elementSize, LocalOperand source, LocalOperand target, CombPair[][] pairs)
    {
        private readonly CopyDim[] _dims = new CopyDim[2 * pairs.Length];

        // Chooses a piece of each axis in turn; the last one copies.
        public void Axis(int axis, byte* from, byte* to, int count)
        {
            if (axis == pairs.Length)
            {
                Span<CopyDim> dims = stackalloc CopyDim[count];
                _dims.AsSpan(0, count).CopyTo(dims);
                ElementCopy.Run(elementSize, from, to, dims);
                return;
            }
            if (pairs[axis].Length > MostPieces || source.Tables?[axis] is not null || target.Tables?[axis] is not null)
            {
                ByTable(axis, from, to, count);
                return;
            }
            long sourceStride = source.ByteStrides[axis], targetStride = target.ByteStrides[axis];
            foreach (CombPair pair in pairs[axis])
            {
                _dims[count] = new CopyDim(pair.Count, pair.Source.Step * sourceStride, pair.Target.Step * targetStride);
                _dims[count + 1] = new CopyDim(pair.Run, pair.Source.Inner * sourceStride, pair.Target.Inner * targetStride);
                Axis(axis + 1, from + (pair.Source.Start * sourceStride), to + (pair.Target.Start * targetStride), count + 2);
            }
        }

        private void ByTable(int axis, byte* from, byte* to, int count)
        {
            long[] offsets = ArrayPool<long>.Shared.Rent(2 * TableSize);
            fixed (long* sourceTable = offsets)
            {
                long* targetTable = sourceTable + TableSize;
                int filled = 0;
                foreach (CombPair pair in pairs[axis])
                {
                    for (int i = 0; i < pair.Size; i++)
                    {
                        sourceTable[filled] = Offset(source, axis, pair.Source, i, pair.Run);
                        targetTable[filled] = Offset(target, axis, pair.Target, i, pair.Run);
                        if (++filled < TableSize) continue;
                        _dims[count] = new CopyDim(filled, 0, 0, sourceTable, targetTable);
                        Axis(axis + 1, from, to, count + 1);
                        filled = 0;
                    }
                }
                _dims[count] = new CopyDim(filled, 0, 0, sourceTable, targetTable);
                if (filled > 0) Axis(axis + 1, from, to, count + 1);
            }
            ArrayPool<long>.Shared.Return(offsets);
        }

        private static long Offset(LocalOperand operand, int axis, CombSide side, int position, int run)
        {
            long index = side.Start + ((long)(position / run) * side.Step) + ((long)(position % run) * side.Inner);
            return operand.Tables?[axis] is { } table ? table[index] : index * operand.ByteStrides[axis];
        }
    }
}
