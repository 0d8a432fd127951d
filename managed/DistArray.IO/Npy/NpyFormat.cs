using System.Buffers.Binary;
using System.Text;

namespace DistArray.IO;

/// <summary>Reads and writes the header of NumPy's format. As numpy.lib.format.</summary>
internal static class NpyFormat
{
    private const int Alignment = 64, DigitsToGrow = 21, LongestHeader = 1 << 20, MostAxes = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The header of an array, byte for byte as NumPy writes it.</summary>
    /// <param name="type">Element type.</param>
    /// <param name="shape">Shape.</param>
    /// <param name="fileOrder">Order in the file.</param>
    public static byte[] Encode(ElementType type, ReadOnlySpan<long> shape, MemoryOrder fileOrder)
    {
        bool isFortran = fileOrder == MemoryOrder.ColumnMajor && !IsEitherOrder(shape);
        string text = $"{{'descr': '{NpyTypes.Description(type)}', 'fortran_order': {isFortran}, 'shape': {NpyHeader.ShapeText(shape)}, }}";
        // NumPy leaves room for the slowest axis to grow in place.
        if (shape.Length > 0)
            text += new string(' ', DigitsToGrow - $"{shape[isFortran ? ^1 : 0]}".Length);
        return Frame(Magic, text);
    }

    /// <summary>A header of version 1.0: magic, version, length, and a text that spaces fill up to a multiple of 64 bytes.</summary>
    /// <exception cref="NotSupportedException">The text is longer than the format allows.</exception>
    public static byte[] Frame(ReadOnlySpan<byte> magic, string text)
    {
        int start = magic.Length + 4, padding = Alignment - ((start + text.Length + 1) % Alignment), length = text.Length + padding + 1;
        if (length > ushort.MaxValue)
            throw new NotSupportedException($"the header would have {length} bytes, and the format allows {ushort.MaxValue}");
        var bytes = new byte[start + length];
        magic.CopyTo(bytes);
        bytes[magic.Length] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(start - 2), (ushort)length);
        bytes.AsSpan(start).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, bytes.AsSpan(start));
        bytes[^1] = (byte)'\n';
        return bytes;
    }

    /// <summary>Reads the text of a header.</summary>
    /// <param name="magic">How it begins.</param>
    /// <param name="kind">What such a file is called.</param>
    /// <param name="length">Bytes that there are.</param>
    /// <param name="get">Gets them.</param>
    /// <returns>The version, the literal, and where the data begins.</returns>
    public static (Version Version, object Literal, int End) Unframe(ReadOnlySpan<byte> magic, string kind, long length, BytesFromFile get)
    {
        if (length < magic.Length + 4)
            throw new InvalidDataException($"it has {length} bytes, too few for {kind}");
        var start = new byte[magic.Length + 4];
        get(0, start);
        if (!start.AsSpan().StartsWith(magic))
            throw new InvalidDataException($"it does not begin as {kind} does");
        var version = new Version(start[magic.Length], start[magic.Length + 1]);
        int end = start.Length;
        uint bytes = BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(^2));
        if (version is not { Major: >= 1 and <= 3, Minor: 0 })
            throw new NotSupportedException($"it has version {version} of the format, and 1.0, 2.0 and 3.0 are known");
        if (version.Major > 1)
        {
            if (length < end + 2)
                throw new InvalidDataException("it ends within its header");
            var high = new byte[2];
            get(end, high);
            end += 2;
            bytes |= (uint)BinaryPrimitives.ReadUInt16LittleEndian(high) << 16;
        }
        if (bytes > length - end)
            throw new InvalidDataException($"it ends within its header, which has {bytes} bytes");
        if (bytes > LongestHeader)
            throw new InvalidDataException($"its header has {bytes} bytes, more than {LongestHeader}");
        var text = new byte[bytes];
        get(end, text);
        // What a wrong length gives is no line.
        if (text is not [.., (byte)'\n'])
            throw new InvalidDataException("its header does not end with a line");
        return (version, PythonLiteral.Parse((version.Major < 3 ? Encoding.Latin1 : Encoding.UTF8).GetString(text)), end + text.Length);
    }

    /// <summary>Reads the header of an array.</summary>
    /// <param name="name">Name of the file or member, for errors.</param>
    /// <param name="length">Bytes that there are, data included.</param>
    /// <param name="get">Gets them.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="NotSupportedException">It holds what no array can.</exception>
    public static NpyHeader Decode(string name, long length, BytesFromFile get)
    {
        try
        {
            (Version version, object literal, int end) = Unframe(Magic, "a NumPy file (.npy)", length, get);
            if (literal is not Dictionary<string, object> { Count: 3 } keys || !keys.TryGetValue("descr", out object? description)
                || !keys.TryGetValue("fortran_order", out object? order) || !keys.TryGetValue("shape", out object? extents))
                throw new InvalidDataException("its header has other keys than descr, fortran_order and shape");
            if (order is not bool isFortran)
                throw new InvalidDataException("fortran_order is no boolean");
            (ElementType type, bool isBigEndian) = NpyTypes.Parse(description);
            long[] shape = Shape(extents, ElementTypes.SizeOf(type));
            var header = new NpyHeader(version, type, shape, isFortran ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor, isBigEndian, end);
            if (header.DataBytes > length - end)
                throw new InvalidDataException($"it holds {length - end} bytes of data, and {header} needs {header.DataBytes}: it was cut");
            return header;
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{name} is damaged or no NumPy file: {e.Message}.", e);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"{name} cannot be read: {e.Message}.", e);
        }
    }

    private static long[] Shape(object extents, int itemSize)
    {
        if (extents is not object[] items || items.Length > MostAxes || !items.All(item => item is long))
            throw new InvalidDataException($"shape is no tuple of at most {MostAxes} integers");
        long[] shape = [.. items.Cast<long>()];
        UInt128 bytes = (UInt128)itemSize;
        foreach (long extent in shape)
        {
            if (extent < 0)
                throw new InvalidDataException($"shape {NpyHeader.ShapeText(shape)} is negative");
            // Extents beside a zero must fit too, as in NumPy.
            bytes *= (UInt128)Math.Max(extent, 1);
            if (bytes > long.MaxValue)
                throw new InvalidDataException($"shape {NpyHeader.ShapeText(shape)} overflows");
        }
        return shape;
    }

    // NumPy calls such an array C order.
    private static bool IsEitherOrder(ReadOnlySpan<long> shape)
    {
        int wide = 0;
        foreach (long extent in shape)
        {
            if (extent == 0)
                return true;
            wide += extent > 1 ? 1 : 0;
        }
        return wide < 2;
    }
}
