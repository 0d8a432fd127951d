using System.Text;

namespace DistArray.IO;

/// <summary>Reads the text of a table.</summary>
internal sealed class TableParser(string path, TableFormat format)
{
    private const int LongestLine = 1 << 20;
    private List<TableColumn>? _comment, _header;
    private List<double>[]? _values;

    /// <summary>Reads a table.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the text tells line and column.</exception>
    public Table Run(TextReader text)
    {
        int number = 0;
        while (ReadLine(text, ++number) is { } line)
        {
            string trimmed = line.TrimStart();
            if (trimmed.Length == 0)
                continue;
            try
            {
                if (trimmed[0] == format.Comment)
                    TakeComment(line, line.Length - trimmed.Length + 1);
                else
                    TakeRow(TableCells.Split(line, format.Separator));
            }
            catch (FormatException e)
            {
                throw new InvalidDataException($"{path}, line {number}, {e.Message}.");
            }
        }
        List<TableColumn>? names = _header ?? (_comment is not null && TableHeader.IsValid(_comment) && (_values is null || _values.Length == _comment.Count) ? _comment : null);
        return new Table(names ?? TableHeader.Default(_values?.Length ?? 0), _values is null ? [.. (names ?? []).Select(_ => Array.Empty<double>())] : Array.ConvertAll(_values, column => column.ToArray()));
    }

    private void TakeComment(string line, int start)
    {
        // The last comment before the first row may be the header; prose may stand there, too.
        if (_values is not null || _header is not null || (start < line.Length && line[start] == format.Comment))
            return;
        try
        {
            _comment = TableHeader.Parse(TableCells.Split(line, format.Separator, start));
        }
        catch (FormatException)
        {
            _comment = null;
        }
    }

    private void TakeRow(List<TableCell> cells)
    {
        if (_values is null && _header is null && !cells.Any(cell => TableNumber.TryParse(cell.Text, out _)))
        {
            List<TableColumn> header = TableHeader.Parse(cells);
            if (!TableHeader.IsValid(header))
                throw new FormatException($"column 1: neither numbers nor different names");
            _header = header;
            return;
        }
        int expected = _values?.Length ?? _header?.Count ?? cells.Count;
        if (cells.Count != expected)
        {
            int position = cells.Count > expected ? cells[expected].Position : cells[^1].Position;
            throw new FormatException($"column {position}: the row has {cells.Count} cells, and {expected} are expected");
        }
        _values ??= [.. cells.Select(_ => new List<double>())];
        var row = new double[cells.Count];
        for (int i = 0; i < row.Length; i++)
        {
            if (!TableNumber.TryParse(cells[i].Text, out row[i]))
                throw new FormatException($"column {cells[i].Position}: {(cells[i].Text.Length == 0 ? "an empty cell" : $"'{Shortened(cells[i].Text)}'")} is no number (cell {i + 1} of {row.Length})");
        }
        for (int i = 0; i < row.Length; i++)
            _values[i].Add(row[i]);
    }

    private string? ReadLine(TextReader text, int number)
    {
        var line = new StringBuilder();
        while (text.Read() is var next && next >= 0)
        {
            if (next == '\n')
                return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            if (line.Length == LongestLine)
                throw new InvalidDataException($"{path}, line {number}, is longer than {LongestLine} characters: it is no text table.");
            line.Append((char)next);
        }
        return line.Length == 0 ? null : line.ToString();
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
