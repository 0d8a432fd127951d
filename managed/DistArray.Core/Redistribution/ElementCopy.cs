using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Copies elements of any size between two places of any strides.</summary>
internal static unsafe class ElementCopy
{
    /// <summary>Copies; the axes may come in any order, and are changed.</summary>
    public static void Run(int elementSize, byte* source, byte* target, Span<CopyDim> dims)
    {
        int n = 0;
        foreach (CopyDim dim in dims)
        {
            if (dim.Count == 0) return;
            if (dim.Count > 1 || dim.HasTable) dims[n++] = dim;
        }
        dims = Join(Sort(dims[..n]));
        switch (elementSize)
        {
            case 1: Walk<byte>(source, target, dims); break;
            case 2: Walk<ushort>(source, target, dims); break;
            case 4: Walk<uint>(source, target, dims); break;
            case 8: Walk<ulong>(source, target, dims); break;
            case 16: Walk<Vector128<byte>>(source, target, dims); break;
            default: throw new NotSupportedException($"Elements of {elementSize} bytes cannot be copied.");
        }
    }

    private static void Walk<T>(byte* source, byte* target, ReadOnlySpan<CopyDim> dims) where T : unmanaged
    {
        switch (dims.Length)
        {
            case 0:
                *(T*)target = *(T*)source;
                return;
            case 1:
                Row<T>(source, target, dims[0]);
                return;
        }
        CopyDim outer = dims[0];
        for (long i = 0; i < outer.Count; i++) Walk<T>(source + outer.SourceAt(i), target + outer.TargetAt(i), dims[1..]);
    }

    private static void Row<T>(byte* source, byte* target, CopyDim dim) where T : unmanaged
    {
        long count = dim.Count, from = dim.Source, to = dim.Target;
        if (dim.HasTable)
        {
            for (long i = 0; i < count; i++) *(T*)(target + dim.TargetAt(i)) = *(T*)(source + dim.SourceAt(i));
        }
        else if (from == sizeof(T) && to == sizeof(T))
        {
            Buffer.MemoryCopy(source, target, count * sizeof(T), count * sizeof(T));
        }
        else
        {
            for (long i = 0; i < count; i++, source += from, target += to) *(T*)target = *(T*)source;
        }
    }

    // Outer axes first. Stable: axes of equal distances keep their order.
    private static Span<CopyDim> Sort(Span<CopyDim> dims)
    {
        for (int i = 1; i < dims.Length; i++)
        {
            CopyDim dim = dims[i];
            int j = i;
            for (; j > 0 && Distance(dims[j - 1]) < Distance(dim); j--) dims[j] = dims[j - 1];
            dims[j] = dim;
        }
        return dims;
    }

    private static long Distance(CopyDim dim) => dim.Count > 1 ? Math.Abs(dim.TargetAt(1) - dim.TargetAt(0)) : 0;

    private static Span<CopyDim> Join(Span<CopyDim> dims)
    {
        int n = 0;
        foreach (CopyDim dim in dims)
        {
            if (n > 0 && dims[n - 1].Continues(dim)) dims[n - 1] = new CopyDim(dim.Count * dims[n - 1].Count, dim.Source, dim.Target);
            else dims[n++] = dim;
        }
        return dims[..n];
    }
}
