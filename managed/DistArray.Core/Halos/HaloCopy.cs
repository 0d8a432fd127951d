using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Copies boxes of elements of any size between memory of any strides; neither may overlap the other.</summary>
internal static unsafe class HaloCopy
{
    /// <summary>Copies a box. Strides are in bytes.</summary>
    public static void Run(byte* to, ReadOnlySpan<long> toStrides, byte* from, ReadOnlySpan<long> fromStrides, ReadOnlySpan<int> shape, int elementSize)
    {
        Span<Axis> axes = stackalloc Axis[shape.Length + 1];
        int n = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 0) return;
            if (shape[i] > 1) Insert(axes, n++, new Axis(shape[i], toStrides[i], fromStrides[i]));
        }
        axes = Join(axes[..n]);
        long row = elementSize;
        if (axes.Length > 0 && axes[^1].To == row && axes[^1].From == row)
        {
            row *= axes[^1].Count;
            axes = axes[..^1];
        }
        if (axes.IsEmpty) Buffer.MemoryCopy(from, to, row, row);
        else Walk(axes[..^1], axes[^1], to, from, row);
    }

    private static void Walk(ReadOnlySpan<Axis> outer, Axis inner, byte* to, byte* from, long row)
    {
        Span<long> index = stackalloc long[outer.Length];
        index.Clear();
        while (true)
        {
            Move(to, inner.To, from, inner.From, inner.Count, row);
            int axis = outer.Length - 1;
            for (; axis >= 0; axis--)
            {
                Axis step = outer[axis];
                to += step.To;
                from += step.From;
                if (++index[axis] < step.Count) break;
                to -= step.To * step.Count;
                from -= step.From * step.Count;
                index[axis] = 0;
            }
            if (axis < 0) return;
        }
    }

    // A row of an odd number of bytes is copied as its first and its last bytes, which may overlap.
    private static void Move(byte* to, long toStride, byte* from, long fromStride, long count, long row)
    {
        switch (row)
        {
            case 1: Move<byte>(to, toStride, from, fromStride, count); break;
            case 2: Move<ushort>(to, toStride, from, fromStride, count); break;
            case 4: Move<uint>(to, toStride, from, fromStride, count); break;
            case 8: Move<ulong>(to, toStride, from, fromStride, count); break;
            case 16: Move<Vector128<byte>>(to, toStride, from, fromStride, count); break;
            case 32: Move<Vector256<byte>>(to, toStride, from, fromStride, count); break;
            case 64: Move<Vector512<byte>>(to, toStride, from, fromStride, count); break;
            case > 8 and < 16: MoveEnds<ulong>(to, toStride, from, fromStride, count, row); break;
            case > 16 and < 32: MoveEnds<Vector128<byte>>(to, toStride, from, fromStride, count, row); break;
            case > 32 and < 64: MoveEnds<Vector256<byte>>(to, toStride, from, fromStride, count, row); break;
            default:
                for (long i = 0; i < count; i++) Buffer.MemoryCopy(from + (i * fromStride), to + (i * toStride), row, row);
                break;
        }
    }

    private static void Move<T>(byte* to, long toStride, byte* from, long fromStride, long count) where T : unmanaged
    {
        for (; count >= 4; count -= 4, to += 4 * toStride, from += 4 * fromStride)
        {
            T a = *(T*)from, b = *(T*)(from + fromStride), c = *(T*)(from + (2 * fromStride)), d = *(T*)(from + (3 * fromStride));
            *(T*)to = a;
            *(T*)(to + toStride) = b;
            *(T*)(to + (2 * toStride)) = c;
            *(T*)(to + (3 * toStride)) = d;
        }
        for (; count > 0; count--, to += toStride, from += fromStride) *(T*)to = *(T*)from;
    }

    private static void MoveEnds<T>(byte* to, long toStride, byte* from, long fromStride, long count, long row) where T : unmanaged
    {
        long last = row - sizeof(T);
        for (; count > 0; count--, to += toStride, from += fromStride)
        {
            T a = *(T*)from, b = *(T*)(from + last);
            *(T*)to = a;
            *(T*)(to + last) = b;
        }
    }

    // Largest distance first; where the target's are equal, by the source's.
    private static void Insert(Span<Axis> axes, int n, Axis axis)
    {
        int at = n;
        for (; at > 0 && axes[at - 1].IsInside(axis); at--) axes[at] = axes[at - 1];
        axes[at] = axis;
    }

    private static Span<Axis> Join(Span<Axis> axes)
    {
        int n = 0;
        for (int i = 0; i < axes.Length; i++)
        {
            Axis axis = axes[i];
            if (n > 0 && axes[n - 1].To == axis.To * axis.Count && axes[n - 1].From == axis.From * axis.Count) axes[n - 1] = axis with { Count = axis.Count * axes[n - 1].Count };
            else axes[n++] = axis;
        }
        return axes[..n];
    }

    private readonly record struct Axis(long Count, long To, long From)
    {
        public bool IsInside(Axis other) => Math.Abs(To) < Math.Abs(other.To) || (Math.Abs(To) == Math.Abs(other.To) && Math.Abs(From) < Math.Abs(other.From));
    }
}
