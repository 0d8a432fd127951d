using System.Numerics;

namespace DistArray.Fuzz.Elements;

/// <inheritdoc/>
internal sealed class Element<T>(Func<Filling, long, T> fill) : Element where T : unmanaged
{
    public override string Name { get; } = ElementTypes.NameOf(ElementTypes.Of<T>());

    public override Type Type => typeof(T);

    public override object Create(Distribution distribution, char memory, Filling filling)
    {
        DistArray<T> array = ArrayMemory.Create<T>(distribution, memory);
        LocalView<T> view = array.LocalView;
        var local = new int[distribution.NDim];
        var global = new long[distribution.NDim];
        for (long i = 0; i < distribution.LocalSize; i++)
        {
            distribution.LocalToGlobal(local, global);
            view[local] = fill(filling, Linear(global, distribution.Shape));
            Next(local, distribution.LocalShape);
        }
        return array;
    }

    public override object? Convert(object number)
    {
        if (number is T same) return same;
        if (typeof(T) == typeof(bool) || number is not (long or ulong or double or Complex)) return null;
        if (typeof(T) == typeof(Complex)) return number is Complex ? number : new Complex(System.Convert.ToDouble(number), 0);
        if (typeof(T) == typeof(Complex64)) return number is Complex complex ? (Complex64)complex : new Complex64(System.Convert.ToSingle(number), 0);
        if (number is Complex) return null;
        if (number is double and not 0 && typeof(T) != typeof(float) && typeof(T) != typeof(double)) return null;
        try
        {
            return System.Convert.ChangeType(number, typeof(T));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public override object?[] ShapeOf(object array) => Array.ConvertAll(((DistArray<T>)array).Shape.ToArray(), extent => (object?)extent);

    public override object Get(object array, AxisIndex[] indices) => ((DistArray<T>)array)[indices];

    public override void Set(object array, AxisIndex[] indices, object value) => ((DistArray<T>)array)[indices] = value is T number ? number : (DistArray<T>)value;

    public override string? Difference(object value, Expected expected, bool asCopy)
    {
        if (value is T scalar) return expected.Shape.Length == 0 ? One(scalar, expected, 0) : $"a scalar instead of an array of shape {expected.ShapeText}";
        var array = (DistArray<T>)value;
        if (!array.Shape.SequenceEqual(expected.Shape)) return $"shape ({string.Join(", ", array.Shape.ToArray())}) instead of {expected.ShapeText}";
        T[] mine = asCopy ? LocalCopy(array) : Local(array);
        Distribution distribution = array.Distribution;
        if (mine.Length != distribution.LocalSize) return $"{mine.Length} local elements where the distribution has {distribution.LocalSize}";
        var local = new int[array.NDim];
        var global = new long[array.NDim];
        for (int i = 0; i < mine.Length; i++)
        {
            distribution.LocalToGlobal(local, global);
            if (One(mine[i], expected, Linear(global, expected.Shape)) is { } difference) return difference;
            Next(local, distribution.LocalShape);
        }
        return null;
    }

    public override string? GatheredDifference(object value, Expected expected)
    {
        if (value is not DistArray<T> array) return null;
        T[] all = array.ToArray();
        if (all.Length != expected.Size) return $"ToArray gave {all.Length} elements instead of {expected.Size}";
        for (int i = 0; i < all.Length; i++)
            if (One(all[i], expected, i) is { } difference) return $"ToArray: {difference}";
        return null;
    }

    private static string? One(T value, Expected expected, long index) =>
        expected.Accepts(value, index) ? null : $"{value} instead of {expected.Text(index)} at {expected.IndexText(index)}";

    private static T[] LocalCopy(DistArray<T> array)
    {
        using DistArray<T> copy = array.Copy();
        return copy.LocalToArray();
    }

    private static T[] Local(DistArray<T> array)
    {
        try
        {
            return array.LocalToArray();
        }
        catch (NotSupportedException) // elements at no equal distances
        {
            return LocalCopy(array);
        }
    }

    private static void Next(int[] local, ReadOnlySpan<int> shape)
    {
        for (int axis = local.Length - 1; axis >= 0 && ++local[axis] == shape[axis]; axis--) local[axis] = 0;
    }

    private static long Linear(ReadOnlySpan<long> indices, ReadOnlySpan<long> shape)
    {
        long linear = 0;
        for (int axis = 0; axis < shape.Length; axis++) linear = (linear * shape[axis]) + indices[axis];
        return linear;
    }
}
