using System.Runtime.CompilerServices;

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
            else Strided<T>(source, target, row.Count, (nint)row.Source, (nint)row.Target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // good from the first call on
    private static void ByTable<T>(byte* source, byte* target, CopyDim row) where T : unmanaged
    {
        for (long i = 0; i < row.Count; i++) *(T*)(target + row.TargetAt(i)) = *(T*)(source + row.SourceAt(i));
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
