using System.Numerics;
using System.Runtime.InteropServices;
using DistArray.Core.Tests.Kernels;

namespace DistArray.Core.Tests.Reductions;

/// <summary>A global array in row-major order, and the same distributed.</summary>
internal sealed class RandomArray<T>(long[] shape, T[] values) where T : unmanaged
{
    public long[] Shape { get; } = shape;

    public T[] Values { get; } = values;

    /// <summary>The bytes that NumPy gets.</summary>
    public NumPyValue NumPy => new(ElementTypes.NameOf(ElementTypes.Of<T>()), MemoryMarshal.AsBytes(Values.AsSpan()).ToArray());

    public static long[] RandomShape(System.Random random, int mostElements = 600)
    {
        while (true)
        {
            int ndim = random.Next(10) switch { 0 => 0, 1 => 7, 2 => 1, 3 => 4, 4 or 5 => 3, _ => 2 };
            int most = ndim switch { 1 => 200, 2 => 20, 3 => 8, 4 => 5, _ => 3 };
            long[] shape = [.. Enumerable.Range(0, ndim).Select(_ => random.Next(12) == 0 ? 0L : random.Next(1, most + 1))];
            if (shape.Aggregate(1L, (product, extent) => product * extent) <= mostElements) return shape;
        }
    }

    public DistArray<T> Distribute(Distribution distribution, MemoryOrder order)
    {
        DistArray<T> array = Np.Empty<T>(distribution, order);
        LocalView<T> view = array.LocalView;
        if (distribution.LocalSize == 0) return array;
        foreach (OwnedElement element in new OwnedElements(distribution))
        {
            long at = 0;
            for (int axis = 0; axis < Shape.Length; axis++) at = (at * Shape[axis]) + element.Global[axis];
            view[element.Local] = Values[at];
        }
        return array;
    }

    /// <summary>Values as complex numbers, which hold all that tests compare.</summary>
    public static Complex[] Wide(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(bytes);
        var wide = new Complex[values.Length];
        for (int i = 0; i < wide.Length; i++) wide[i] = ElementCast.To<T, Complex>(values[i]);
        return wide;
    }
}
