using System.Globalization;

namespace DistArray.Trilinos;

/// <summary>Reads a file in the Matrix Market exchange format, on one rank.</summary>
internal sealed class MatrixMarketReader
{
    private const string Banner = "%%MatrixMarket";
    private readonly string _path;
    private readonly StreamReader _reader;
    private int _line;

    private MatrixMarketReader(string path, StreamReader reader)
    {
        _path = path;
        _reader = reader;
    }

    public long Rows { get; private set; }

    public long Columns { get; private set; }

    public List<long> I { get; } = [];

    public List<long> J { get; } = [];

    public List<double> Values { get; } = [];

    /// <summary>Reads a file, sparse or dense; entries that its symmetry implies are there.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no such file, or of complex numbers.</exception>
    public static MatrixMarketReader Read(string path)
    {
        using var reader = new StreamReader(path);
        var file = new MatrixMarketReader(path, reader);
        file.Read();
        return file;
    }

    private void Read()
    {
        string[] banner = (NextLine() ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (banner.Length != 5 || banner[0] != Banner || !banner[1].Equals("matrix", StringComparison.OrdinalIgnoreCase))
            throw Bad($"it does not begin with '{Banner} matrix FORMAT FIELD SYMMETRY'");
        string format = banner[2].ToLowerInvariant(), field = banner[3].ToLowerInvariant(), symmetry = banner[4].ToLowerInvariant();
        if (format is not ("coordinate" or "array")) throw Bad($"its format is '{format}', neither coordinate nor array");
        if (field is not ("real" or "double" or "integer" or "pattern")) throw Bad($"its field is '{field}'; real, integer and pattern can be read");
        if (symmetry is not ("general" or "symmetric" or "skew-symmetric")) throw Bad($"its symmetry is '{symmetry}'; general, symmetric and skew-symmetric can be read");
        if (format == "array" && field == "pattern") throw Bad("a dense file has no pattern");

        string[] size = NextWords() ?? throw Bad("there is no line of sizes");
        if (size.Length != (format == "coordinate" ? 3 : 2)) throw Bad($"the line of sizes has {size.Length} numbers");
        (Rows, Columns) = (Size(size[0]), Size(size[1]));
        if (symmetry != "general" && Rows != Columns) throw Bad($"a {symmetry} matrix of {Rows} x {Columns} is not square");
        if (format == "coordinate") ReadEntries(Size(size[2]), field == "pattern", symmetry);
        else ReadDense(symmetry);
        if (NextWords() is { } more) throw Bad($"there is more after the last entry: '{string.Join(' ', more)}'");
    }

    private void ReadEntries(long count, bool isPattern, string symmetry)
    {
        for (long k = 0; k < count; k++)
        {
            string[] words = NextWords() ?? throw Bad($"the file ends after {k} of {count} entries");
            if (words.Length != (isPattern ? 2 : 3)) throw Bad($"entry {k + 1} has {words.Length} numbers");
            Add(Index(words[0], Rows, "row"), Index(words[1], Columns, "column"), isPattern ? 1 : Value(words[2]), symmetry);
        }
    }

    private void ReadDense(string symmetry)
    {
        for (long j = 0; j < Columns; j++)
        {
            for (long i = symmetry == "general" ? 0 : symmetry == "symmetric" ? j : j + 1; i < Rows; i++)
            {
                string[] words = NextWords() ?? throw Bad($"the file ends before the element of row {i + 1}, column {j + 1}");
                if (words.Length != 1) throw Bad($"there are {words.Length} numbers where one element stands");
                Add(i, j, Value(words[0]), symmetry);
            }
        }
    }

    private void Add(long i, long j, double value, string symmetry)
    {
        I.Add(i);
        J.Add(j);
        Values.Add(value);
        if (symmetry == "general" || i == j) return;
        I.Add(j);
        J.Add(i);
        Values.Add(symmetry == "symmetric" ? value : -value);
    }

    private long Size(string word) => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long size) ? size : throw Bad($"'{word}' is no size");

    private long Index(string word, long extent, string what) => long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long index) && index >= 1 && index <= extent
        ? index - 1
        : throw Bad($"'{word}' is no {what} from 1 to {extent}");

    private double Value(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Bad($"'{word}' is no number");

    private string[]? NextWords()
    {
        while (NextLine() is { } line)
        {
            if (line.StartsWith('%') || string.IsNullOrWhiteSpace(line)) continue;
            return line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        }
        return null;
    }

    private string? NextLine()
    {
        _line++;
        return _reader.ReadLine();
    }

    private InvalidDataException Bad(string problem) => new($"{_path}, line {_line}: {problem}.");
}
