using System.Runtime.CompilerServices;

namespace DistArray.IO;

/// <summary>Copies a box between a rank's memory, of any strides, and a buffer in the file's order.</summary>
internal static unsafe class Packing
{
    // Of both sides a tile stays in the first-level cache.
    private const int Tile = 32;

    private interface IDirection
    {
        static abstract void Move<T>(T* memory, T* buffer) where T : unmanaged;

        static abstract void MoveRow<T>(T* memory, T* buffer, long count) where T : unmanaged;
    }

    /// <summary>Memory to buffer.</summary>
    public static void Pack<T>(LocalPart<T> part, Box box, T* buffer) where T : unmanaged => Copy<T, ToBuffer>(part, box, buffer);

    /// <summary>Buffer to memory.</summary>
    public static void Unpack<T>(LocalPart<T> part, Box box, T* buffer) where T : unmanaged => Copy<T, ToMemory>(part, box, buffer);

    private static void Copy<T, TDirection>(LocalPart<T> part, Box box, T* buffer) where T : unmanaged where TDirection : struct, IDirection
    {
        int ndim = box.First.Length;
        if (ndim == 0)
        {
            TDirection.Move(part.Pointer, buffer);
            return;
        }
        var offsets = new long[ndim][];
        for (int axis = 0; axis < ndim; axis++)
            offsets[axis] = part.Offsets(axis, box.First[axis], box.End[axis]);

        // The plane of the buffer's fast axis and the memory's fast axis goes in tiles, the other axes around it.
        int last = ndim - 1, fast = last;
        for (int axis = 0; axis < last; axis++)
        {
            if (Math.Abs(part.Strides[axis]) < Math.Abs(part.Strides[fast]) && offsets[axis].Length > 1)
                fast = axis;
        }
        if (fast == last)
            fast = last - 1;

        var steps = new long[ndim];
        long step = 1;
        for (int axis = last; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= offsets[axis].Length;
        }
        long[] columns = offsets[last], rows = fast < 0 ? [0L] : offsets[fast];
        bool contiguous = IsContiguous(columns);
        long rowStep = fast < 0 ? 0 : steps[fast];
        var index = new int[ndim];
        while (true)
        {
            T* memory = part.Pointer, target = buffer;
            for (int axis = 0; axis < last; axis++)
            {
                if (axis == fast)
                    continue;
                memory += offsets[axis][index[axis]];
                target += index[axis] * steps[axis];
            }
            if (contiguous)
                Rows<T, TDirection>(memory + columns[0], rows, columns.Length, target, rowStep);
            else
                Plane<T, TDirection>(memory, rows, columns, target, rowStep);

            int outer = last - 1;
            while (outer >= 0 && (outer == fast || ++index[outer] == offsets[outer].Length))
                index[outer--] = 0;
            if (outer < 0)
                return;
        }
    }

    private static bool IsContiguous(long[] offsets)
    {
        for (int i = 1; i < offsets.Length; i++)
        {
            if (offsets[i] != offsets[0] + i)
                return false;
        }
        return true;
    }

    private static void Rows<T, TDirection>(T* memory, long[] rows, int count, T* buffer, long rowStep)
        where T : unmanaged where TDirection : struct, IDirection
    {
        for (int row = 0; row < rows.Length; row++)
            TDirection.MoveRow(memory + rows[row], buffer + row * rowStep, count);
    }

    private static void Plane<T, TDirection>(T* memory, long[] rows, long[] columns, T* buffer, long rowStep)
        where T : unmanaged where TDirection : struct, IDirection
    {
        for (int top = 0; top < rows.Length; top += Tile)
        {
            int bottom = Math.Min(top + Tile, rows.Length);
            for (int left = 0; left < columns.Length; left += Tile)
            {
                int right = Math.Min(left + Tile, columns.Length);
                for (int row = top; row < bottom; row++)
                {
                    T* from = memory + rows[row], to = buffer + row * rowStep;
                    for (int column = left; column < right; column++)
                        TDirection.Move(from + columns[column], to + column);
                }
            }
        }
    }

    private readonly struct ToBuffer : IDirection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move<T>(T* memory, T* buffer) where T : unmanaged => *buffer = *memory;

        public static void MoveRow<T>(T* memory, T* buffer, long count) where T : unmanaged =>
            Buffer.MemoryCopy(memory, buffer, count * sizeof(T), count * sizeof(T));
    }

    private readonly struct ToMemory : IDirection
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Move<T>(T* memory, T* buffer) where T : unmanaged => *memory = *buffer;

        public static void MoveRow<T>(T* memory, T* buffer, long count) where T : unmanaged =>
            Buffer.MemoryCopy(buffer, memory, count * sizeof(T), count * sizeof(T));
    }
}
