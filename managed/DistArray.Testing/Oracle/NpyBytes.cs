using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DistArray.Testing.Oracle;

/// <summary>Arrays as the bytes of a .npy file, in row-major order.</summary>
/// <remarks>NumPy's NEP 1; versions 1.0 to 3.0 are read.</remarks>
internal static partial class NpyBytes
{
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <summary>NumPy's word for a type of elements.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such type.</exception>
    public static string Descriptor(ElementType type) => type switch
    {
        ElementType.Boolean => "|b1",
        ElementType.Int8 => "|i1",
        ElementType.UInt8 => "|u1",
        ElementType.Int16 => "<i2",
        ElementType.UInt16 => "<u2",
        ElementType.Int32 => "<i4",
        ElementType.UInt32 => "<u4",
        ElementType.Int64 => "<i8",
        ElementType.UInt64 => "<u8",
        ElementType.Float32 => "<f4",
        ElementType.Float64 => "<f8",
        ElementType.Complex64 => "<c8",
        ElementType.Complex128 => "<c16",
        _ => throw new NotSupportedException($"NumPy has no elements of type {ElementTypes.NameOf(type)}. Convert them with AsType<bool>()."),
    };

    public static byte[] Write<T>(T[] values, ReadOnlySpan<long> shape, string descriptor) where T : unmanaged
    {
        string axes = string.Concat(shape.ToArray().Select(extent => $"{extent}, "));
        string text = $"{{'descr': '{descriptor}', 'fortran_order': False, 'shape': ({axes}), }}";
        // Padded so that the elements begin at a multiple of 64.
        string header = text.PadRight(((Magic.Length + 4 + text.Length + 1 + 63) / 64 * 64) - Magic.Length - 4 - 1) + "\n";
        return [.. Magic, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. Encoding.ASCII.GetBytes(header), .. MemoryMarshal.AsBytes<T>(values)];
    }

    /// <summary>The elements, where their type is the one that the bytes name.</summary>
    public static T[] Read<T>(ReadOnlySpan<byte> npy, out long[] shape, out string descriptor) where T : unmanaged
    {
        int prefix = npy[Magic.Length] == 1 ? 2 : 4;
        int start = Magic.Length + 2 + prefix;
        int length = prefix == 2 ? BitConverter.ToUInt16(npy[(start - 2)..]) : BitConverter.ToInt32(npy[(start - 4)..]);
        Match header = Header().Match(Encoding.Latin1.GetString(npy.Slice(start, length)));
        descriptor = header.Groups[1].Value;
        shape = [.. header.Groups[2].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => long.Parse(text, CultureInfo.InvariantCulture))];
        return descriptor == Descriptor(ElementTypes.Of<T>()) ? MemoryMarshal.Cast<byte, T>(npy[(start + length)..]).ToArray() : [];
    }

    // The child writes in row-major order.
    [GeneratedRegex(@"'descr': '([^']*)', 'fortran_order': False, 'shape': \(([^)]*)\)")]
    private static partial Regex Header();
}
