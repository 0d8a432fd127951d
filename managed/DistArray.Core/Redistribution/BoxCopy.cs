using System.Buffers;

namespace DistArray;

/// <summary>Copies the Cartesian product of paired indices between two operands.</summary>
internal static unsafe class BoxCopy
{
    // With more pieces an axis is walked by a table of offsets, so many indices at a time.
    private const int MostPieces = 8;
    private const int TableSize = 4096;
    private const int DimsEachAxis = 3;

    /// <summary>Copies.</summary>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="source">Where from.</param>
    /// <param name="target">Where to.</param>
    /// <param name="pairs">Paired indices of each axis.</param>
    /// <param name="streams">Whether the target is not read soon.</param>
    public static void Run(int elementSize, LocalOperand source, LocalOperand target, CombPair[][] pairs, bool streams = false)
    {
        foreach (CombPair[] axis in pairs)
            if (axis.Length == 0) return;
        new Walk(elementSize, source, target, pairs, streams).Axis(0, (byte*)source.Pointer, (byte*)target.Pointer, 0);
    }

    private readonly ref struct Walk(int elementSize, LocalOperand source, LocalOperand target, CombPair[][] pairs, bool streams)
    {
        private readonly CopyDim[] _dims = new CopyDim[DimsEachAxis * pairs.Length];

        // Chooses a piece of each axis in turn; the last one copies.
        public void Axis(int axis, byte* from, byte* to, int count)
        {
            if (axis == pairs.Length)
            {
                Span<CopyDim> dims = stackalloc CopyDim[count];
                _dims.AsSpan(0, count).CopyTo(dims);
                ElementCopy.Run(elementSize, from, to, dims, streams);
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
                _dims[count] = new CopyDim(pair.Repeats, pair.Source.Period * sourceStride, pair.Target.Period * targetStride);
                _dims[count + 1] = new CopyDim(pair.Count, pair.Source.Step * sourceStride, pair.Target.Step * targetStride);
                _dims[count + 2] = new CopyDim(pair.Run, pair.Source.Inner * sourceStride, pair.Target.Inner * targetStride);
                Axis(axis + 1, from + (pair.Source.Start * sourceStride), to + (pair.Target.Start * targetStride), count + DimsEachAxis);
            }
        }

        private void ByTable(int axis, byte* from, byte* to, int count)
        {
            long[] offsets = ArrayPool<long>.Shared.Rent(2 * TableSize);
            fixed (long* sources = offsets)
            {
                long* targets = sources + TableSize;
                int filled = 0;
                foreach (CombPair pair in pairs[axis])
                {
                    for (int i = 0; i < pair.Repeats * pair.Count; i++)
                    {
                        (int repeat, int one) = Math.DivRem(i, pair.Count);
                        int left = pair.Source.Start + (repeat * pair.Source.Period) + (one * pair.Source.Step);
                        int right = pair.Target.Start + (repeat * pair.Target.Period) + (one * pair.Target.Step);
                        for (int j = 0; j < pair.Run; j++, left += pair.Source.Inner, right += pair.Target.Inner)
                        {
                            sources[filled] = Offset(source, axis, left);
                            targets[filled] = Offset(target, axis, right);
                            if (++filled < TableSize) continue;
                            _dims[count] = new CopyDim(filled, 0, 0, sources, targets);
                            Axis(axis + 1, from, to, count + 1);
                            filled = 0;
                        }
                    }
                }
                _dims[count] = new CopyDim(filled, 0, 0, sources, targets);
                if (filled > 0) Axis(axis + 1, from, to, count + 1);
            }
            ArrayPool<long>.Shared.Return(offsets);
        }

        private static long Offset(LocalOperand operand, int axis, int index) => operand.Tables?[axis] is { } table ? table[index] : index * operand.ByteStrides[axis];
    }
}
