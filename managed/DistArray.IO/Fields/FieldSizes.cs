namespace DistArray.IO;

/// <summary>Compares a file with a layout, and guesses what is wrong where they differ.</summary>
internal static class FieldSizes
{
    private const int WidestHalo = 8;

    /// <summary>Returns where a file has the length that the layout makes.</summary>
    /// <exception cref="InvalidDataException">It has another.</exception>
    public static void ExpectLength(string path, FieldFileLayout layout)
    {
        long actual = new FileInfo(path).Length, computed = SizeOf(layout, layout.Format);
        if (actual != computed)
            throw new InvalidDataException($"{path} has {actual} bytes, and the layout makes {computed} ({layout}). {Cause(layout, actual)}");
    }

    /// <summary>Returns where the records of a sequential file have the lengths of the layout.</summary>
    /// <exception cref="InvalidDataException">They have not.</exception>
    public static void ExpectRecords(FortranFile file, FieldFileLayout layout)
    {
        long number = 0;
        foreach ((long length, FieldItem[] items) in layout.Lengths())
        {
            long found = number < file.RecordCount ? file.GetRecord(number).Length : -1;
            if (found != length)
            {
                throw new InvalidDataException($"{file.Name}: record {number} (counted from 0) {(found < 0 ? "is missing" : $"has {found} bytes")}, and the layout makes {length} "
                    + $"({string.Join(" + ", items.Select(item => item.Text))}). Check which items share a record, and their order.");
            }
            number++;
        }
        if (number != file.RecordCount)
            throw new InvalidDataException($"{file.Name} has {file.RecordCount} records, and the layout makes {number} ({layout}). Add what is missing.");
    }

    /// <summary>Returns where a distribution has the shape of a field.</summary>
    /// <exception cref="ArgumentException">It has not.</exception>
    public static void ExpectShape(FieldItem item, Distribution distribution)
    {
        if (!item.Shape.SequenceEqual(distribution.Shape))
        {
            throw new ArgumentException($"{item.Name} has shape ({string.Join(", ", item.GlobalShape)}), and the array ({string.Join(", ", distribution.Shape.ToArray())}). "
                + "Use a distribution of the field's shape, halo not counted.");
        }
    }

    private static long SizeOf(FieldFileLayout layout, FortranFormat format)
    {
        var placer = new RecordPlacer(format);
        foreach ((long length, _) in Converted(layout, format, item => item).Lengths())
            placer.Place(length);
        return placer.End;
    }

    private static FieldFileLayout Converted(FieldFileLayout layout, FortranFormat format, Func<FieldItem, FieldItem> convert)
    {
        var other = new FieldFileLayout(format);
        foreach (FieldItem[] record in layout.Records)
            other.Add(Array.ConvertAll(record, item => convert(item)));
        return other;
    }

    private static string Cause(FieldFileLayout layout, long actual)
    {
        ByteOrder order = layout.Format.ByteOrder;
        foreach (FortranFormat format in (FortranFormat[])[FortranFormat.Stream(order), FortranFormat.Sequential(order), FortranFormat.Sequential(order, 8)])
        {
            if (SizeOf(layout, format) == actual)
                return format.Access == FortranAccess.Stream ? "Without record markers it would fit: use FortranFormat.Stream." : $"With record markers of {format.MarkerBytes} bytes it would fit: use FortranFormat.Sequential.";
        }
        (string What, Func<FieldItem, FieldItem> Convert)[] changes =
        [
            ("with fields in single precision", item => item.With(Single(item.ElementType), item.Low, item.High)),
            ("with fields in double precision", item => item.With(Double(item.ElementType), item.Low, item.High)),
            ("without halo", item => item.With(item.ElementType, new int[item.Low.Length], new int[item.High.Length])),
            .. Enumerable.Range(1, WidestHalo).Select(width => ($"with a halo of {width} on both sides of every axis",
                (Func<FieldItem, FieldItem>)(item => item.With(item.ElementType, Widths(item, width), Widths(item, width))))),
        ];
        // Direct access fills records up, so that a layout that fits is not found out by its size.
        foreach ((string what, Func<FieldItem, FieldItem> convert) in layout.Format.Access == FortranAccess.Direct ? [] : changes)
        {
            if (SizeOf(Converted(layout, layout.Format, item => item.IsField ? convert(item) : item), layout.Format) == actual)
                return $"It would fit {what}: check the layout.";
        }
        return "Check shapes, element types (precision), halos, record markers and that the file was not cut.";
    }

    private static int[] Widths(FieldItem item, int width) => [.. item.Low.Select(_ => width)];

    private static ElementType Single(ElementType type) => type switch { ElementType.Float64 => ElementType.Float32, ElementType.Complex128 => ElementType.Complex64, _ => type };

    private static ElementType Double(ElementType type) => type switch { ElementType.Float32 => ElementType.Float64, ElementType.Complex64 => ElementType.Complex128, _ => type };
}
