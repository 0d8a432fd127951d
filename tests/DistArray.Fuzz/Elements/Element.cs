using System.Numerics;

namespace DistArray.Fuzz.Elements;

/// <summary>What the fuzzer does with arrays of one element type.</summary>
internal abstract class Element
{
    private static readonly Element[] s_all =
    [
        new Element<bool>((filling, i) => filling.Bit(i)),
        new Element<sbyte>((filling, i) => (sbyte)filling.Integer(i)),
        new Element<byte>((filling, i) => (byte)filling.Integer(i)),
        new Element<short>((filling, i) => (short)filling.Integer(i)),
        new Element<ushort>((filling, i) => (ushort)filling.Integer(i)),
        new Element<int>((filling, i) => (int)filling.Integer(i)),
        new Element<uint>((filling, i) => (uint)filling.Integer(i)),
        new Element<long>((filling, i) => filling.Integer(i)),
        new Element<ulong>((filling, i) => (ulong)filling.Integer(i)),
        new Element<float>((filling, i) => (float)filling.Real(i)),
        new Element<double>((filling, i) => filling.Real(i)),
        new Element<Complex64>((filling, i) => new Complex64((float)filling.Real(i), (float)filling.Other.Real(i))),
        new Element<Complex>((filling, i) => new Complex(filling.Real(i), filling.Other.Real(i))),
    ];

    /// <summary>NumPy's name of the type.</summary>
    public abstract string Name { get; }

    /// <summary>The .NET type.</summary>
    public abstract Type Type { get; }

    /// <summary>The element type of NumPy's name.</summary>
    public static Element Of(string name) => Array.Find(s_all, one => one.Name == name) ?? throw new FormatException($"There is no element type '{name}'.");

    /// <summary>The element type of a .NET type, or null.</summary>
    public static Element? Find(Type type) => Array.Find(s_all, one => one.Type == type);

    /// <summary>The element type of an array, or null.</summary>
    public static Element? OfArray(object? value) =>
        value?.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(DistArray<>) ? Find(type.GetGenericArguments()[0]) : null;

    /// <summary>A new array, in memory of an <see cref="ArrayMemory">kind</see>.</summary>
    public abstract object Create(Distribution distribution, char memory, Filling filling);

    /// <summary>A number as this type; null where it cannot hold it.</summary>
    public abstract object? Convert(object number);

    /// <summary>The shape of an array, as programs write it.</summary>
    public abstract object?[] ShapeOf(object array);

    /// <summary>array[indices].</summary>
    public abstract object Get(object array, AxisIndex[] indices);

    /// <summary>array[indices] = value, the value an array or a number of this type.</summary>
    public abstract void Set(object array, AxisIndex[] indices, object value);

    /// <summary>What is wrong with a value on this rank, or null.</summary>
    /// <param name="value">An array or a scalar of this type.</param>
    /// <param name="expected">NumPy's result.</param>
    /// <param name="asCopy">Whether to read a copy of the array rather than the array itself.</param>
    public abstract string? Difference(object value, Expected expected, bool asCopy);

    /// <summary>What is wrong with a gathered array, or null. Collective.</summary>
    public abstract string? GatheredDifference(object value, Expected expected);
}
