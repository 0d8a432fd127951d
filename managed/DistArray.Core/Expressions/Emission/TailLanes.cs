using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Vectors of which only the first elements, one at least, are in memory; the other lanes repeat the first, so that no function leaves its range for
/// their sake. Elements have 4 or 8 bytes.</summary>
internal static unsafe class TailLanes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load512<T>(T* source, nint bytes) where T : unmanaged
    {
        if (Avx512F.IsSupported)
        {
            return sizeof(T) == 8
                ? Avx512F.MaskLoad((long*)source, First(Vector512<long>.Indices, bytes / 8), Vector512.Create(*(long*)source)).As<long, T>()
                : Avx512F.MaskLoad((int*)source, First(Vector512<int>.Indices, bytes / 4), Vector512.Create(*(int*)source)).As<int, T>();
        }
        Vector512<T> lanes = Vector512.Create(*source);
        Unsafe.CopyBlockUnaligned(&lanes, source, (uint)bytes);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store512<T>(Vector512<T> lanes, T* destination, nint bytes) where T : unmanaged
    {
        if (!Avx512F.IsSupported) Unsafe.CopyBlockUnaligned(destination, &lanes, (uint)bytes);
        else if (sizeof(T) == 8) Avx512F.MaskStore((long*)destination, First(Vector512<long>.Indices, bytes / 8), lanes.AsInt64());
        else Avx512F.MaskStore((int*)destination, First(Vector512<int>.Indices, bytes / 4), lanes.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load256<T>(T* source, nint bytes) where T : unmanaged
    {
        if (Avx2.IsSupported)
        {
            Vector256<T> first = sizeof(T) == 8 ? First(Vector256<long>.Indices, bytes / 8).As<long, T>() : First(Vector256<int>.Indices, bytes / 4).As<int, T>();
            Vector256<T> loaded = sizeof(T) == 8 ? Avx2.MaskLoad((long*)source, first.AsInt64()).As<long, T>() : Avx2.MaskLoad((int*)source, first.AsInt32()).As<int, T>();
            return Vector256.ConditionalSelect(first, loaded, Vector256.Create(*source));
        }
        Vector256<T> lanes = Vector256.Create(*source);
        Unsafe.CopyBlockUnaligned(&lanes, source, (uint)bytes);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store256<T>(Vector256<T> lanes, T* destination, nint bytes) where T : unmanaged
    {
        if (!Avx2.IsSupported) Unsafe.CopyBlockUnaligned(destination, &lanes, (uint)bytes);
        else if (sizeof(T) == 8) Avx2.MaskStore((long*)destination, First(Vector256<long>.Indices, bytes / 8), lanes.AsInt64());
        else Avx2.MaskStore((int*)destination, First(Vector256<int>.Indices, bytes / 4), lanes.AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load128<T>(T* source, nint bytes) where T : unmanaged
    {
        Vector128<T> lanes = Vector128.Create(*source);
        Unsafe.CopyBlockUnaligned(&lanes, source, (uint)bytes);
        return lanes;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store128<T>(Vector128<T> lanes, T* destination, nint bytes) where T : unmanaged =>
        Unsafe.CopyBlockUnaligned(destination, &lanes, (uint)bytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> First(Vector512<long> indices, nint count) => Vector512.LessThan(indices, Vector512.Create((long)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> First(Vector512<int> indices, nint count) => Vector512.LessThan(indices, Vector512.Create((int)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> First(Vector256<long> indices, nint count) => Vector256.LessThan(indices, Vector256.Create((long)count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> First(Vector256<int> indices, nint count) => Vector256.LessThan(indices, Vector256.Create((int)count));
}
