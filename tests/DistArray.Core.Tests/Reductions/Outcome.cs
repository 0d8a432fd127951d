using System.Numerics;
using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Reductions;

/// <summary>What a reduction gave: elements in row-major order, or an exception.</summary>
internal sealed record Outcome(Complex[] Values, string? Failure = null)
{
    public static Outcome Of<T>(T value) where T : unmanaged => new(RandomArray<T>.Wide(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value))));

    public static Outcome Of<T>(DistArray<T> array, string shape) where T : unmanaged
    {
        Assert.That(ShapeText.Of(array.Shape), Is.EqualTo(shape));
        return new(RandomArray<T>.Wide(MemoryMarshal.AsBytes(array.ToArray().AsSpan())));
    }

    /// <summary>Of the shape and distribution of another array.</summary>
    public static Outcome Same<T, TOther>(DistArray<T> array, DistArray<TOther> other) where T : unmanaged where TOther : unmanaged
    {
        Assert.That(array.Distribution == other.Distribution, $"{array.Distribution}, not {other.Distribution}");
        return Any(array);
    }

    /// <summary>Of one axis.</summary>
    public static Outcome Flat<T>(DistArray<T> array) where T : unmanaged
    {
        Assert.That(array.NDim, Is.EqualTo(1));
        return Any(array);
    }

    public static Outcome Any<T>(DistArray<T> array) where T : unmanaged => new(RandomArray<T>.Wide(MemoryMarshal.AsBytes(array.ToArray().AsSpan())));

    /// <summary>Why it is not what NumPy gave, or null.</summary>
    public string? Differs(Outcome numpy, double tolerance)
    {
        if (Failure is not null || numpy.Failure is not null)
            return Failure is not null && numpy.Failure is not null ? null : $"{Failure ?? "no exception"}, but NumPy: {numpy.Failure ?? "no exception"}";
        if (Values.Length != numpy.Values.Length) return $"{Values.Length} elements, but NumPy has {numpy.Values.Length}";
        for (int i = 0; i < Values.Length; i++)
        {
            if (Near(Values[i].Real, numpy.Values[i].Real, tolerance) && Near(Values[i].Imaginary, numpy.Values[i].Imaginary, tolerance)) continue;
            return $"element {i} is {Values[i]}, but NumPy's {numpy.Values[i]}";
        }
        return null;
    }

    private static bool Near(double x, double y, double tolerance) =>
        x.Equals(y) || x == y || Math.Abs(x - y) <= tolerance * (1 + Math.Abs(y));
}
