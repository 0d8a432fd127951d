using System.Numerics;

namespace DistArray;

/// <summary>Collects lines of elements in order, and writes the quantile of each.</summary>
internal unsafe struct LineTiles<T>(long length, QuantileRule rule, bool skipsNaN, double* results) : ITileConsumer where T : unmanaged, INumber<T>
{
    private readonly T[] _line = new T[length];
    private int _filled;
    private double* _next = results;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        var from = new ReadOnlySpan<T>(values, (int)count);
        while (!from.IsEmpty)
        {
            int n = Math.Min(from.Length, _line.Length - _filled);
            from[..n].CopyTo(_line.AsSpan(_filled));
            from = from[n..];
            _filled += n;
            if (_filled < _line.Length) return;
            *_next++ = Quantile(_line);
            _filled = 0;
        }
    }

    private readonly double Quantile(Span<T> line)
    {
        int count = 0;
        for (int i = 0; i < line.Length; i++)
            if (!T.IsNaN(line[i])) line[count++] = line[i];
        if (count == 0 || (count < line.Length && !skipsNaN)) return double.NaN;
        line = line[..count];
        int place = (int)rule.Place(count);
        Selection.Partition(line, place);
        T low = line[place], high = low;
        if (place + 1 < count)
        {
            high = line[place + 1];
            foreach (T value in line[(place + 2)..]) high = T.Min(high, value);
        }
        return rule.Between(low, high, count);
    }
}
