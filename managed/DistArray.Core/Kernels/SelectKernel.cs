using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>numpy.where for elements of the size of <typeparamref name="T"/>, 64 at a time: booleans widen to lanes.</summary>
internal sealed unsafe class SelectKernel<T>(ElementType type) : UfuncKernel(Ufunc.Where, type, ElementType.Boolean, type, type) where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(void* destination, void* x, void* y, void* z, nint count)
    {
        for (nint i = 0; i < count; i += Multiple)
        {
            Vector512<sbyte> mask = ~Vector512.Equals(Vector512.Load((sbyte*)x + i), Vector512<sbyte>.Zero);
            nint offset = i * sizeof(T);
            Bytes(mask, (byte*)destination + offset, (byte*)y + offset, (byte*)z + offset);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Select<TLane>(Vector512<TLane> mask, byte* destination, byte* x, byte* y, int i) =>
        Vector512.ConditionalSelect(mask.AsByte(), Vector512.Load(x + (64 * i)), Vector512.Load(y + (64 * i))).Store(destination + (64 * i));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Bytes(Vector512<sbyte> mask, byte* destination, byte* x, byte* y)
    {
        if (sizeof(T) == 1)
        {
            Select(mask, destination, x, y, 0);
            return;
        }
        Words(Vector512.WidenLower(mask), destination, x, y, 0);
        Words(Vector512.WidenUpper(mask), destination, x, y, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Words(Vector512<short> mask, byte* destination, byte* x, byte* y, int i)
    {
        if (sizeof(T) == 2)
        {
            Select(mask, destination, x, y, i);
            return;
        }
        DoubleWords(Vector512.WidenLower(mask), destination, x, y, 2 * i);
        DoubleWords(Vector512.WidenUpper(mask), destination, x, y, (2 * i) + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void DoubleWords(Vector512<int> mask, byte* destination, byte* x, byte* y, int i)
    {
        if (sizeof(T) == 4)
        {
            Select(mask, destination, x, y, i);
            return;
        }
        QuadWords(Vector512.WidenLower(mask), destination, x, y, 2 * i);
        QuadWords(Vector512.WidenUpper(mask), destination, x, y, (2 * i) + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void QuadWords(Vector512<long> mask, byte* destination, byte* x, byte* y, int i)
    {
        if (sizeof(T) == 8)
        {
            Select(mask, destination, x, y, i);
            return;
        }
        Select(Vector512.Shuffle(mask, Vector512.Create(0L, 0, 1, 1, 2, 2, 3, 3)), destination, x, y, 2 * i);
        Select(Vector512.Shuffle(mask, Vector512.Create(4L, 4, 5, 5, 6, 6, 7, 7)), destination, x, y, (2 * i) + 1);
    }
}
