namespace DistArray.IO;

/// <summary>The line with the names of a table.</summary>
internal static class TableHeader
{
    /// <summary>Returns where names and units can stand in a header.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    public static void Expect(IReadOnlyList<TableColumn> columns)
    {
        foreach (TableColumn column in columns)
        {
            if (string.IsNullOrWhiteSpace(column.Name) || TableNumber.TryParse(column.Name, out _) || (column.Name + column.Unit).AsSpan().ContainsAny("[]\r\n\0"))
                throw new ArgumentException($"'{column}' cannot stand in a header: a name is no number and not empty, and brackets and line breaks are neither in a name nor in a unit.");
            if (columns.Count(other => other.Name == column.Name) > 1)
                throw new ArgumentException($"Two columns are named {column.Name}. Give them different names.");
        }
    }

    /// <summary>The line, without its end.</summary>
    public static string ToLine(IReadOnlyList<TableColumn> columns, TableFormat format)
    {
        if (format.Separator is { } separator)
            return string.Join(separator, columns.Select(column => TableCells.Quote(column.ToString(), separator, format.Comment)));
        return $"{format.Comment} {string.Join(' ', columns.Select(column => TableCells.Quote(column.Name, null, format.Comment) + (column.Unit is null ? "" : $" [{column.Unit}]")))}";
    }

    /// <summary>Names and units of a line.</summary>
    public static List<TableColumn> Parse(IEnumerable<TableCell> cells)
    {
        var columns = new List<TableColumn>();
        foreach (TableCell cell in cells)
        {
            int bracket = cell.Text.EndsWith(']') ? cell.Text.LastIndexOf('[') : -1;
            string name = bracket < 0 ? cell.Text : cell.Text[..bracket].TrimEnd();
            string? unit = bracket < 0 ? null : cell.Text[(bracket + 1)..^1];
            if (name.Length == 0 && unit is not null && columns.Count > 0 && columns[^1].Unit is null)
                columns[^1] = columns[^1] with { Unit = unit };
            else
                columns.Add(new TableColumn(name, unit));
        }
        return columns;
    }

    /// <summary>Names for a table without header, as numpy.genfromtxt gives them.</summary>
    public static List<TableColumn> Default(int count) => [.. Enumerable.Range(0, count).Select(i => new TableColumn($"f{i}"))];

    /// <summary>Whether columns can be those of a table.</summary>
    public static bool IsValid(IReadOnlyList<TableColumn> columns)
    {
        try
        {
            Expect(columns);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
