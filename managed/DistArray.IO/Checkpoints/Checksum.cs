using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.IO;

/// <summary>Checksum of an array that every distribution, memory order and number of ranks gives alike.</summary>
/// <remarks>
/// The sum modulo 2^64, over the elements, of a bijective 64-bit mix of (bits of the element + golden ratio × row-major global index);
/// an element of 16 bytes is mixed twice. Any change of one word of 8 bytes or less is found with certainty; any other change, elements
/// that changed their places included, is missed with a probability of about 2^-64. It guards against accidents, not against forgery.
/// </remarks>
internal static unsafe class Checksum
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    /// <summary>The checksum of an array.</summary>
    /// <remarks><b>Collective.</b> One pass over what each rank owns, and an all-reduce of 8 bytes.</remarks>
    public static ulong Of<T>(DistArray<T> array) where T : unmanaged
    {
        LocalPart<T> part = LocalParts.Owned(array, MemoryOrder.RowMajor);
        ulong sum = part.IsEmpty ? 0 : SumOf(part);
        GC.KeepAlive(array);
        return array.Distribution.Communicator.Allreduce(sum, Operation<ulong>.Add);
    }

    /// <summary>The checksum of values that every rank has.</summary>
    public static ulong Of<T>(ReadOnlySpan<T> values) where T : unmanaged
    {
        ulong sum = 0;
        for (int i = 0; i < values.Length; i++)
            sum += Term(values[i], (ulong)i * GoldenRatio);
        return sum;
    }

    /// <summary>The checksum of a text.</summary>
    public static ulong Of(string text) => Of(MemoryMarshal.Cast<char, ushort>(text.AsSpan()));

    private static ulong SumOf<T>(LocalPart<T> part) where T : unmanaged
    {
        int ndim = part.Shape.Length;
        if (ndim == 0)
            return Term(*part.Pointer, 0);
        // The sum does not mind the order: memory is walked with its smallest step inside.
        int[] order = [.. Enumerable.Range(0, ndim).OrderByDescending(axis => part.Extents[axis] == 1 ? long.MaxValue : Math.Abs(part.Strides[axis]))];
        var offsets = new long[ndim][];
        var indices = new ulong[ndim][];
        ulong step = GoldenRatio;
        for (int axis = ndim - 1; axis >= 0; axis--)
        {
            offsets[axis] = part.Offsets(axis, 0, part.Extents[axis]);
            ulong each = step;
            indices[axis] = [.. part.Runs[axis].SelectMany(run => Enumerable.Range(0, run.Count).Select(i => (ulong)(run.GlobalStart + i) * each))];
            step *= (ulong)part.Shape[axis];
        }
        return Walk(part.Pointer, 0, 0, order, offsets, indices);
    }

    private static ulong Walk<T>(T* memory, ulong index, int level, int[] order, long[][] offsets, ulong[][] indices) where T : unmanaged
    {
        long[] steps = offsets[order[level]];
        ulong[] numbers = indices[order[level]];
        ulong sum = 0;
        if (level == order.Length - 1)
        {
            for (int i = 0; i < steps.Length; i++)
                sum += Term(memory[steps[i]], index + numbers[i]);
            return sum;
        }
        for (int i = 0; i < steps.Length; i++)
            sum += Walk(memory + steps[i], index + numbers[i], level + 1, order, offsets, indices);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Term<T>(T element, ulong index) where T : unmanaged => sizeof(T) switch
    {
        1 => Mix(*(byte*)&element + index),
        2 => Mix(*(ushort*)&element + index),
        4 => Mix(*(uint*)&element + index),
        8 => Mix(*(ulong*)&element + index),
        _ => Mix(((ulong*)&element)[1] + BitOperations.RotateLeft(Mix(((ulong*)&element)[0] + index), 32)),
    };

    // The finalizer of SplitMix64: D. Stafford's variant 13.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
