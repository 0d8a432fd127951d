using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Copies two axes of which the outer is dense in the source and the inner in the target: in tiles that stay in the first cache.</summary>
internal readonly unsafe struct TransposedTile : ICopyKernel
{
    private const int Tile = 32;

    public static void Copy<T>(byte* source, byte* target, CopyDim rows, CopyDim row, bool streams) where T : unmanaged
    {
        for (long i = 0; i < rows.Count; i += Tile)
        {
            int height = (int)Math.Min(Tile, rows.Count - i);
            for (long j = 0; j < row.Count; j += Tile)
            {
                int width = (int)Math.Min(Tile, row.Count - j);
                byte* from = source + (i * rows.Source) + (j * row.Source), to = target + (i * rows.Target) + (j * row.Target);
                if (sizeof(T) == 8 && Avx.IsSupported) Of8Bytes(from, to, height, width, (nint)row.Source, (nint)rows.Target);
                else Small<T>(from, to, 0, height, 0, width, (nint)row.Source, (nint)rows.Target);
            }
        }
    }

    // Target rows from and to, target columns first and last: source[column][row].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Small<T>(byte* source, byte* target, int from, int to, int first, int last, nint sourceStride, nint targetStride) where T : unmanaged
    {
        for (int i = from; i < to; i++)
        {
            T* place = (T*)(target + (i * targetStride));
            byte* column = source + (i * sizeof(T));
            for (int j = first; j < last; j++) place[j] = *(T*)(column + (j * sourceStride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Of8Bytes(byte* source, byte* target, int height, int width, nint sourceStride, nint targetStride)
    {
        int rows = height & ~3, columns = width & ~3;
        for (int i = 0; i < rows; i += 4)
            for (int j = 0; j < columns; j += 4) Four(source + (j * sourceStride) + (i * 8), target + (i * targetStride) + (j * 8), sourceStride, targetStride);
        Small<ulong>(source, target, 0, rows, columns, width, sourceStride, targetStride);
        Small<ulong>(source, target, rows, height, 0, width, sourceStride, targetStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(byte* source, byte* target, nint sourceStride, nint targetStride)
    {
        Vector256<double> a = Vector256.Load((double*)source), b = Vector256.Load((double*)(source + sourceStride));
        Vector256<double> c = Vector256.Load((double*)(source + (2 * sourceStride))), d = Vector256.Load((double*)(source + (3 * sourceStride)));
        Vector256<double> ab = Avx.UnpackLow(a, b), ba = Avx.UnpackHigh(a, b), cd = Avx.UnpackLow(c, d), dc = Avx.UnpackHigh(c, d);
        Avx.Permute2x128(ab, cd, 0x20).Store((double*)target);
        Avx.Permute2x128(ba, dc, 0x20).Store((double*)(target + targetStride));
        Avx.Permute2x128(ab, cd, 0x31).Store((double*)(target + (2 * targetStride)));
        Avx.Permute2x128(ba, dc, 0x31).Store((double*)(target + (3 * targetStride)));
    }
}
