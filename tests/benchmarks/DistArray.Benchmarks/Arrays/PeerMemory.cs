namespace DistArray.Benchmarks.Arrays;

/// <summary>Memory as a C program takes it for a rank's part of an array, in huge pages; and an array over it, to fill and to compare.</summary>
internal sealed unsafe class PeerMemory : IDisposable
{
    public PeerMemory(Distribution distribution)
    {
        int[] shape = distribution.LocalShapeWithHalo.ToArray();
        var strides = new long[shape.Length];
        long size = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = size;
            size *= shape[axis];
        }
        Pointer = Peers.Allocate(size * sizeof(double));
        if (Pointer is null) throw new InvalidOperationException($"There is no memory for {size} elements of a peer.");
        Array = DistArray<double>.Wrap(distribution, new LocalBlock<double>(Pointer, shape, strides, new ForeignMemory(Pointer, size * sizeof(double), "a peer's memory")));
    }

    /// <summary>The first element, halo included.</summary>
    public double* Pointer { get; }

    /// <summary>An array over the memory.</summary>
    public DistArray<double> Array { get; }

    public void Dispose()
    {
        Array.Dispose();
        Peers.Free(Pointer);
    }
}
