using System.Numerics;

namespace DistArray;

/// <summary>Finds the k-th smallest of all numbers, digit by digit of their keys: every rank counts its own, and the counts are added. Nothing is gathered.</summary>
internal sealed unsafe class OrderStatistics<T> where T : unmanaged, INumber<T>
{
    private const int MostKept = 1 << 16;

    private readonly ReductionInput _input;
    private readonly ulong _lowest, _highest;

    /// <summary>Finds the range of the numbers. <b>Collective.</b></summary>
    public OrderStatistics(ReductionInput input)
    {
        _input = input;
        var range = new KeyRangeTiles<T>();
        Walk(ref range);
        NaNs = Combine(range.NaNs, Operation<long>.Add);
        Count = input.Distribution.Size - NaNs;
        _lowest = Combine(range.Lowest, Operation<ulong>.Min);
        _highest = Combine(range.Highest, Operation<ulong>.Max);
    }

    /// <summary>Number of numbers.</summary>
    public long Count { get; }

    /// <summary>Number of elements that are no numbers.</summary>
    public long NaNs { get; }

    /// <summary>The k-th and the next number, counted from 0; the same one twice where there is no next. <b>Collective.</b></summary>
    public (T This, T Next) Pair(long k)
    {
        ulong key = Find(k, out long through);
        if (through > k + 1 || k + 1 == Count) return (OrderKeys.Value<T>(key), OrderKeys.Value<T>(key));
        var next = new NextKeyTiles<T>(key);
        Walk(ref next);
        return (OrderKeys.Value<T>(key), OrderKeys.Value<T>(Combine(next.Next, Operation<ulong>.Min)));
    }

    // The key, and how many numbers are not above it.
    private ulong Find(long k, out long through)
    {
        int shift = 64 - BitOperations.LeadingZeroCount(_lowest ^ _highest);
        var prefix = new KeyPrefix(shift >= 64 ? 0 : _lowest >> shift << shift, shift);
        long below = 0, within = Count;
        List<ulong>? kept = null;
        using var counts = new StateBuffer<long>(KeyPrefix.Digits);
        while (prefix.Shift > 0)
        {
            if (kept is null && within <= MostKept)
            {
                kept = [];
                var list = new KeyListTiles<T>(prefix, kept);
                Walk(ref list);
            }
            counts.Fill(0);
            if (kept is null)
            {
                var histogram = new KeyHistogramTiles<T>(prefix, counts.Pointer);
                Walk(ref histogram);
            }
            else
            {
                foreach (ulong key in kept)
                    if (prefix.Includes(key)) counts.Pointer[prefix.Digit(key)]++;
            }
            if (!_input.Distribution.IsReplicated) _input.Distribution.Communicator.Allreduce(counts.Pointer, counts.Pointer, counts.Count, Operation<long>.Add);
            int digit = 0;
            while (below + counts.Pointer[digit] <= k) below += counts.Pointer[digit++];
            within = counts.Pointer[digit];
            prefix = prefix.Next(digit);
        }
        through = below + within;
        return prefix.Bits;
    }

    private void Walk<TTiles>(ref TTiles tiles) where TTiles : struct, ITileConsumer
    {
        if (!_input.Counts) return;
        FusedExpression expression = _input.Expression;
        FusedEvaluation.Consume(expression.Program, expression.Shape, new LocalOperand(0, new long[expression.Shape.Length]), expression.Inputs, expression.Constants, ref tiles);
        GC.KeepAlive(expression.KeepAlive);
    }

    private TValue Combine<TValue>(TValue value, Operation<TValue> operation) where TValue : unmanaged =>
        _input.Distribution.IsReplicated ? value : _input.Distribution.Communicator.Allreduce(value, operation);
}
