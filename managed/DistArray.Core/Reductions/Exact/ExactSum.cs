using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Sums without rounding of real numbers, or of one part of complex ones: the same whatever the order and the ranks.</summary>
/// <typeparam name="T">Float or double: the numbers, or their parts.</typeparam>
internal readonly unsafe struct ExactSum<T>(int parts = 1, int part = 0) : IReducer<ExactState> where T : unmanaged
{
    private const int Width = 8;

    public ExactState Identity => default;

    public ExactState Fold(ExactState state, void* values, nint count)
    {
        // Aligned, since vectors across lines of the cache are slow to write and to read back.
        double* memory = stackalloc double[ExactBlock.Most + Width], block = (double*)((nint)(memory + Width - 1) & -(Width * sizeof(double)));
        var from = (T*)values;
        int n;
        for (nint start = 0; start < count; start += n)
        {
            n = (int)Math.Min(count - start, ExactBlock.Most);
            if (typeof(T) == typeof(double) && parts == 1 && n % Width == 0)
            {
                ExactBlock.Add(ref state, (double*)from + start, n, block);
                continue;
            }
            for (int i = 0; i < n; i++) block[i] = LaneSum<T, PlainTerm>.ToDouble(from[((start + i) * parts) + part]);
            int padded = (n + Width - 1) & -Width;
            for (int i = n; i < padded; i++) block[i] = 0;
            ExactBlock.Add(ref state, block, padded, block);
        }
        return state;
    }

    public void FoldEach(ExactState* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i].Add(LaneSum<T, PlainTerm>.ToDouble(((T*)values)[(i * parts) + part]));
    }

    public void FoldRows(ExactState* states, void* values, nint count, nint rows, nint rowStride)
    {
        nint whole = typeof(T) == typeof(double) && parts == 1 ? count & -ExactColumns.Width : 0;
        for (nint row = 0; row < rows && whole > 0; row += ExactBlock.Most)
        {
            nint n = Math.Min(rows - row, ExactBlock.Most);
            for (nint column = 0; column < whole; column += ExactColumns.Width)
                ExactColumns.Add(states + column, (byte*)values + (row * rowStride) + (column * sizeof(double)), n, rowStride);
        }
        for (nint row = 0; row < rows && whole < count; row++) FoldEach(states + whole, (T*)((byte*)values + (row * rowStride)) + (whole * parts), count - whole);
    }

    public ExactState Combine(ExactState first, ExactState second)
    {
        first.Add(second);
        return first;
    }

    public Operation Operation => Operation<long>.Add;

    public static int PackedBytes => sizeof(ExactState);

    public void Pack(ExactState* states, void* packed, nint count)
    {
        for (nint i = 0; i < count; i++)
        {
            states[i].Carry();
            ((ExactState*)packed)[i] = states[i];
        }
    }

    public void Unpack(void* packed, ExactState* states, nint count) => Buffer.MemoryCopy(packed, states, count * sizeof(ExactState), count * sizeof(ExactState));
}
