using System.Text;

namespace DistArray.IO;

/// <summary>Text tables of numbers: time series with blanks between, or CSV. Rank 0 does the work, every rank gets the result or the exception.</summary>
public static class TableFile
{
    /// <summary>Reads a table, with or without header.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="communicator">The ranks that get it.</param>
    /// <param name="format">Its form.</param>
    /// <returns>The table, the same on every rank; without names in the file they are f0, f1 and so on.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A cell is no number, or a row has another number of cells; the text tells line and column.</exception>
    /// <remarks><b>Collective.</b> A header is a first line without any number, or the last comment before the first row if it has as many names as
    /// the row has cells. As numpy.genfromtxt.</remarks>
    public static Table Read(string path, ICommunicator communicator, TableFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(format);
        var agreement = new RankAgreement(communicator);
        string call = $"TableFile.Read({path}, {format})", full = Path.GetFullPath(path);
        agreement.OnCall(call);
        Table? table = null;
        agreement.Step(call, () =>
        {
            if (communicator.Rank != 0)
                return;
            Expect.ReadableFile(full);
            using var text = new StreamReader(full, Encoding.UTF8);
            table = new TableParser(full, format).Run(text);
        });
        return Share(table, communicator, step => agreement.Step(call, step));
    }

    /// <summary>Writes a table; it takes the place of an older file when all of it is on the disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks; rank 0's table is written.</param>
    /// <param name="table">The table.</param>
    /// <param name="format">Its form.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <remarks><b>Collective.</b> Numbers read back as they were, to the last bit. As numpy.savetxt.</remarks>
    public static void Write(string path, ICommunicator communicator, Table table, TableFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(format);
        var agreement = new RankAgreement(communicator);
        agreement.OnCall($"TableFile.Write({path}, {format})");
        AtomicFile.Make(path, communicator, agreement, target => target.WriteOnRankZero(stream =>
        {
            using var text = new StreamWriter(stream) { NewLine = "\n" };
            text.WriteLine(TableHeader.ToLine(table.Columns, format));
            var row = new double[table.Columns.Count];
            for (int i = 0; i < table.RowCount; i++)
            {
                for (int column = 0; column < row.Length; column++)
                    row[column] = table[column][i];
                text.WriteLine(ToLine(row, format));
            }
        }));
    }

    /// <summary>Opens a table to which rows are added, and makes it with its header where there is none.</summary>
    /// <param name="path">Where the file is or is to be.</param>
    /// <param name="communicator">The ranks; rank 0 writes.</param>
    /// <param name="columns">Names and units; those of the file if it is there.</param>
    /// <param name="format">Its form.</param>
    /// <returns>What adds the rows, to be disposed.</returns>
    /// <exception cref="ArgumentException">The names cannot stand in a header.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="InvalidDataException">The file has another header.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <remarks><b>Collective.</b> A last line without end, as a kill leaves it behind, is made a comment.</remarks>
    public static TableAppender Append(string path, ICommunicator communicator, IReadOnlyList<TableColumn> columns, TableFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(format);
        return new TableAppender(Path.GetFullPath(path), communicator, columns, format);
    }

    /// <summary>A row as a line, without its end.</summary>
    internal static string ToLine(ReadOnlySpan<double> row, TableFormat format)
    {
        var line = new StringBuilder();
        for (int i = 0; i < row.Length; i++)
            line.Append(i == 0 ? "" : $"{format.Separator ?? ' '}").Append(TableNumber.ToText(row[i]));
        return line.ToString();
    }

    /// <summary>Gives every rank the table that rank 0 has read.</summary>
    internal static Table Share(Table? table, ICommunicator communicator, Action<Action> step)
    {
        // Neither names nor units have line breaks or zeros.
        string names = communicator.Broadcast(table is null ? null : string.Join('\n', table.Columns.Select(column => column.Unit is null ? column.Name : $"{column.Name}\0{column.Unit}")), 0)!;
        int rows = table?.RowCount ?? 0;
        communicator.Broadcast(ref rows, 0);
        // A rank without memory for them must not leave the others waiting.
        step(() => table ??= Empty(names, rows));
        for (int i = 0; i < table!.Columns.Count; i++)
            communicator.Broadcast(table[i].AsSpan(), 0);
        return table;
    }

    private static Table Empty(string names, int rows)
    {
        TableColumn[] columns = names.Length == 0 ? [] : Array.ConvertAll(names.Split('\n'), name => name.Split('\0') is [var first, var unit] ? new TableColumn(first, unit) : new TableColumn(name));
        return new Table(columns, Array.ConvertAll(columns, _ => new double[rows]));
    }
}
