using System.Globalization;
using DistArray.Cli.CommandLine;
using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>What a file or record without header holds: "float64:64x32:F:big:+16".</summary>
internal sealed record RawDescription(ElementType Type, long[] Shape, MemoryOrder Order, ByteOrder ByteOrder, long Offset)
{
    /// <summary>The option that gives it.</summary>
    public static ValueOption<RawDescription?> Option { get; } = new("--raw", "TYPE:SHAPE", """
        what a file or a Fortran record without header holds, such as float64:64x32; behind it may
        stand :F (column-major), :C, :big (big-endian), :+16 (bytes before it)
        """, null, Parse);

    /// <summary>Bytes that it has.</summary>
    public long Bytes => Shape.Aggregate((long)ElementTypes.SizeOf(Type), (size, extent) => size * extent);

    private static RawDescription Parse(string text)
    {
        if (text.Split(':') is not [var type, var shape, .. var more]) throw new FormatException("it takes a type and a shape, such as float64:64x32");
        string[] types = [.. ElementTypes.All.Select(ElementTypes.NameOf)];
        if (!types.Contains(type)) throw new FormatException($"there is no type {type}; there are {string.Join(", ", types)}{NearestName.Advice(type, types)}");
        long[] extents = [.. shape.Split('x', StringSplitOptions.RemoveEmptyEntries).Select(extent => long.TryParse(extent, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new FormatException($"'{extent}' is no extent of a shape, such as 64x32"))];
        var description = new RawDescription(ElementTypes.All.First(known => ElementTypes.NameOf(known) == type), extents, MemoryOrder.RowMajor, ByteOrder.LittleEndian, 0);
        if (extents.Where(extent => extent > 0).Aggregate((double)ElementTypes.SizeOf(description.Type), (size, extent) => size * extent) >= long.MaxValue) throw new FormatException("no file has that many bytes");
        foreach (string word in more)
        {
            description = word switch
            {
                "F" => description with { Order = MemoryOrder.ColumnMajor },
                "C" => description,
                "big" => description with { ByteOrder = ByteOrder.BigEndian },
                "little" => description,
                ['+', .. var bytes] when long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out long offset) => description with { Offset = offset },
                _ => throw new FormatException($"'{word}' is none of F, C, big, little, +BYTES"),
            };
        }
        return description;
    }
}
