using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Copies row by row.</summary>
internal readonly unsafe struct Rows : ICopyKernel
{
    public static void Copy<T>(byte* source, byte* target, CopyDim rows, CopyDim row, bool streams) where T : unmanaged
    {
        bool isDense = !row.HasTable && row.Source == sizeof(T) && row.Target == sizeof(T);
        long bytes = row.Count * sizeof(T);
        for (long i = 0; i < rows.Count; i++, source += rows.Source, target += rows.Target)
        {
            if (isDense) ByteCopy.Run(source, target, bytes, streams);
            else if (row.HasTable) ByTable<T>(source, target, row);
            else if (streams && row.Target == sizeof(T) && bytes >= ByteCopy.LeastStreamed && CanStream<T>(target)) Streamed<T>(source, target, row.Count, (nint)row.Source);
            else Strided<T>(source, target, row.Count, (nint)row.Source, (nint)row.Target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void ByTable<T>(byte* source, byte* target, CopyDim row) where T : unmanaged
    {
        for (long i = 0; i < row.Count; i++) *(T*)(target + row.TargetAt(i)) = *(T*)(source + row.SourceAt(i));
    }

    private static bool CanStream<T>(byte* target) where T : unmanaged => sizeof(T) is 4 or 8 or 16 && Sse2.X64.IsSupported && (nint)target % sizeof(T) == 0;

    // Into neighbours, past the caches.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Streamed<T>(byte* source, byte* target, long count, nint from) where T : unmanaged
    {
        for (; count > 0; count--, source += from, target += sizeof(T))
        {
            if (sizeof(T) == 4) Sse2.StoreNonTemporal((uint*)target, *(uint*)source);
            else if (sizeof(T) == 8) Sse2.X64.StoreNonTemporal((ulong*)target, *(ulong*)source);
            else Vector128.Load(source).StoreAlignedNonTemporal(target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void Strided<T>(byte* source, byte* target, long count, nint from, nint to) where T : unmanaged
    {
        for (; count >= 4; count -= 4)
        {
            T a = *(T*)source, b = *(T*)(source + from), c = *(T*)(source + (2 * from)), d = *(T*)(source + (3 * from));
            *(T*)target = a;
            *(T*)(target + to) = b;
            *(T*)(target + (2 * to)) = c;
            *(T*)(target + (3 * to)) = d;
            source += 4 * from;
            target += 4 * to;
        }
        for (; count > 0; count--, source += from, target += to) *(T*)target = *(T*)source;
    }
}
