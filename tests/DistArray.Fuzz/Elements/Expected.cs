using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Fuzz.Elements;

/// <summary>NumPy's value of a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="DType">NumPy's name of its element type.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Data">Its elements in row-major order.</param>
/// <param name="Tolerance">How far from each element a value may be; null for the same bits.</param>
internal sealed record Expected(string Name, string DType, long[] Shape, byte[] Data, double[]? Tolerance)
{
    public long Size => Shape.Aggregate(1L, (product, extent) => product * extent);

    public string ShapeText => $"({string.Join(", ", Shape)})";

    /// <summary>Type, shape and the first elements.</summary>
    public string Shortly => $"{DType} {ShapeText} [{string.Join(", ", Enumerable.Range(0, (int)Math.Min(Size, 12)).Select(i => Text(i)))}{(Size > 12 ? ", ..." : "")}]";

    /// <summary>The elements of another type, where values are kept.</summary>
    public Expected? As(Element element) => (DType, element.Name) switch
    {
        ("int64", "int8" or "int16" or "int32") or ("uint64", "uint8" or "uint16" or "uint32") => Narrowed(element),
        _ => null,
    };

    /// <summary>Whether a value is the element, or near enough.</summary>
    public bool Accepts<T>(T value, long index) where T : unmanaged
    {
        T wanted = MemoryMarshal.Cast<byte, T>(Data)[(int)index];
        if (SameBits(value, wanted)) return true;
        if (value is float or double or Complex or Complex64) return Near(Wide(value), Wide(wanted), Tolerance is null ? -1 : Tolerance[index]);
        return false;
    }

    public string Text(long index) => DType switch
    {
        "bool" => At<bool>(index), "int8" => At<sbyte>(index), "uint8" => At<byte>(index), "int16" => At<short>(index), "uint16" => At<ushort>(index),
        "int32" => At<int>(index), "uint32" => At<uint>(index), "int64" => At<long>(index), "uint64" => At<ulong>(index),
        "float32" => At<float>(index), "float64" => At<double>(index), "complex64" => At<Complex64>(index), _ => At<Complex>(index),
    } + (Tolerance is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ± {Tolerance[index]:g3}"));

    public string IndexText(long index)
    {
        var indices = new long[Shape.Length];
        for (int axis = Shape.Length - 1; axis >= 0; axis--) (index, indices[axis]) = Math.DivRem(index, Shape[axis]);
        return $"[{string.Join(", ", indices)}]";
    }

    private string At<T>(long index) where T : unmanaged => string.Create(CultureInfo.InvariantCulture, $"{MemoryMarshal.Cast<byte, T>(Data)[(int)index]}");

    // Null where a value does not fit: then the type is wrong.
    private Expected? Narrowed(Element element)
    {
        int size = ElementTypes.SizeOf(ElementTypes.All.First(type => ElementTypes.NameOf(type) == element.Name));
        var data = new byte[Data.Length / 8 * size];
        for (int i = 0; i < Data.Length / 8; i++)
        {
            ReadOnlySpan<byte> wide = Data.AsSpan(i * 8, 8);
            byte sign = DType == "int64" && (wide[size - 1] & 0x80) != 0 ? (byte)0xFF : (byte)0;
            if (wide[size..].ContainsAnyExcept(sign)) return null;
            wide[..size].CopyTo(data.AsSpan(i * size));
        }
        return this with { DType = element.Name, Data = data };
    }

    private static bool SameBits<T>(T left, T right) where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in left)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in right)));

    private static Complex Wide<T>(T value) where T : unmanaged => value switch
    {
        float real => new Complex(real, 0),
        double real => new Complex(real, 0),
        Complex64 complex => complex,
        _ => Unsafe.As<T, Complex>(ref value),
    };

    // Exact values differ in the payload of NaN at most. Of inexact complex ones, which C leaves open in part, both are at no finite place.
    private static bool Near(Complex value, Complex wanted, double tolerance)
    {
        if (Part(value.Real, wanted.Real, tolerance) && Part(value.Imaginary, wanted.Imaginary, tolerance)) return true;
        return double.IsPositiveInfinity(tolerance) || (tolerance > 0 && wanted.Imaginary != 0 && !Complex.IsFinite(value) && !Complex.IsFinite(wanted));
    }

    private static bool Part(double value, double wanted, double tolerance)
    {
        if (double.IsNaN(value) || double.IsNaN(wanted)) return double.IsNaN(value) && double.IsNaN(wanted);
        if (tolerance < 0) return BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(wanted);
        return value == wanted || Math.Abs(value - wanted) <= tolerance;
    }
}
