namespace DistArray.IO;

/// <summary>Form of a text table.</summary>
public sealed record TableFormat
{
    private TableFormat(char? separator) => Separator = separator;

    /// <summary>Numbers with blanks between them and a commented header, as numpy.savetxt writes and gnuplot reads: <c># t [s] energy [J]</c>.</summary>
    public static TableFormat Text { get; } = new((char?)null);

    /// <summary>Comma-separated values with quotes where they are needed (RFC 4180), the header as first line: <c>t [s],energy [J]</c>.</summary>
    public static TableFormat Csv { get; } = new(',');

    /// <summary>What separates the cells; null for blanks and tabs.</summary>
    public char? Separator { get; init; }

    /// <summary>With what comments begin.</summary>
    public char Comment { get; init; } = '#';
}
