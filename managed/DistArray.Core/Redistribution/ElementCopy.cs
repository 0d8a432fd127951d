using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DistArray;

/// <summary>Copies elements of any size between two places of any strides.</summary>
internal static unsafe class ElementCopy
{
    /// <summary>Copies.</summary>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <param name="source">Where the first element lies.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="dims">The axes in any order; they are changed.</param>
    /// <param name="streams">Whether the target is not read soon, so that long rows may pass the caches by.</param>
    public static void Run(int elementSize, byte* source, byte* target, Span<CopyDim> dims, bool streams = false)
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
            case 1: Run<byte>(source, target, dims, streams); break;
            case 2: Run<ushort>(source, target, dims, streams); break;
            case 4: Run<uint>(source, target, dims, streams); break;
            case 8: Run<ulong>(source, target, dims, streams); break;
            case 16: Run<Vector128<byte>>(source, target, dims, streams); break;
            default: throw new NotSupportedException($"Elements of {elementSize} bytes cannot be copied.");
        }
    }

    private static void Run<T>(byte* source, byte* target, Span<CopyDim> dims, bool streams) where T : unmanaged
    {
        streams &= ByteCopy.CanStream;
        if (TransposedAxis(dims, sizeof(T)) is var axis and >= 0)
        {
            CopyDim along = dims[axis];
            for (int i = axis; i < dims.Length - 2; i++) dims[i] = dims[i + 1];
            dims[^2] = along;
            Walk<T, TransposedTile>(source, target, dims, 2, streams);
        }
        else if (dims.Length > 1 && !dims[^1].HasTable && !dims[^2].HasTable)
        {
            Walk<T, Rows>(source, target, dims, 2, streams);
        }
        else
        {
            Walk<T, Rows>(source, target, dims, 1, streams);
        }
        if (streams && Sse.IsSupported) Sse.StoreFence();
    }

    // The axis along which the source is dense, where the target is dense along another one; the innermost is the target's.
    private static int TransposedAxis(ReadOnlySpan<CopyDim> dims, int elementSize)
    {
        if (dims.Length < 2 || dims[^1].HasTable || dims[^1].Target != elementSize || dims[^1].Source == elementSize || dims[^1].Count < 4) return -1;
        for (int axis = 0; axis < dims.Length - 1; axis++)
            if (!dims[axis].HasTable && dims[axis].Source == elementSize && dims[axis].Count >= 4) return axis;
        return -1;
    }

    private static void Walk<T, TKernel>(byte* source, byte* target, ReadOnlySpan<CopyDim> dims, int kernelAxes, bool streams)
        where T : unmanaged where TKernel : struct, ICopyKernel
    {
        if (dims.Length <= kernelAxes)
        {
            CopyDim row = dims.Length > 0 ? dims[^1] : new CopyDim(1, sizeof(T), sizeof(T));
            TKernel.Copy<T>(source, target, dims.Length > 1 ? dims[0] : new CopyDim(1, 0, 0), row, streams);
            return;
        }
        CopyDim outer = dims[0];
        for (long i = 0; i < outer.Count; i++) Walk<T, TKernel>(source + outer.SourceAt(i), target + outer.TargetAt(i), dims[1..], kernelAxes, streams);
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
