using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Adds rows to a text table; made by <see cref="TableFile.Append"/>.</summary>
/// <remarks>A row is one write of a whole line at the end: a kill leaves all rows before it. Every member is collective.</remarks>
public sealed class TableAppender : IDisposable
{
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly TableFormat _format;
    private readonly string _path;
    private readonly int _columns;
    private SafeFileHandle? _file;
    private long _end;

    internal TableAppender(string path, ICommunicator communicator, IReadOnlyList<TableColumn> columns, TableFormat format)
    {
        (_path, _communicator, _columns, _format) = (path, communicator, columns.Count, format);
        _agreement = new RankAgreement(communicator);
        string header = TableHeader.ToLine(columns, format), call = $"TableFile.Append({path}, {header}, {format})";
        _agreement.OnCall(call);
        try
        {
            _agreement.Step(call, () =>
            {
                TableHeader.Expect(columns);
                if (communicator.Rank == 0)
                    Open(columns, header);
            });
        }
        catch
        {
            _file?.Dispose();
            throw;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="values">A value for every column; rank 0's are written.</param>
    /// <exception cref="ArgumentException">There are not as many as columns.</exception>
    /// <exception cref="IOException">The disk is full; the rows before stay.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void AppendRow(params ReadOnlySpan<double> values)
    {
        int count = values.Length;
        string call = $"adding a row of {count} to {_path}";
        _agreement.OnCall(call);
        byte[] line = Encoding.UTF8.GetBytes(TableFile.ToLine(values, _format) + "\n");
        _agreement.Step(call, () =>
        {
            if (count != _columns)
                throw new ArgumentException($"{_path} has {_columns} columns, and {count} values were given.");
            if (_communicator.Rank == 0)
                Put(line);
        });
    }

    /// <summary>Brings the rows to the disk, so that they survive a power cut; a kill of the program they survive anyway.</summary>
    /// <exception cref="IOException">They could not be written.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Flush()
    {
        string call = $"flushing {_path}";
        _agreement.OnCall(call);
        _agreement.Step(call, () =>
        {
            if (_communicator.Rank == 0)
                RandomAccess.FlushToDisk(_file!);
        });
    }

    /// <summary>Closes the file.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose() => _file?.Dispose();

    private void Open(IReadOnlyList<TableColumn> columns, string header)
    {
        Expect.WritableTarget(_path);
        _file = File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        _end = RandomAccess.GetLength(_file);
        long complete = EndOfLastWholeLine();
        if (complete > 0) ExpectColumns(columns, complete);
        if (complete < _end) CloseLastLine(complete, header);
        if (_end == 0) Put(Encoding.UTF8.GetBytes(header + "\n"));
    }

    // Before anything is changed: the file may be another's.
    private void ExpectColumns(IReadOnlyList<TableColumn> columns, long complete)
    {
        var bytes = new byte[complete];
        RawTransfer.Fill(_file!, _path, 0, bytes);
        using var text = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        Table table = new TableParser(_path, _format).Run(text);
        if (!table.Columns.SequenceEqual(columns))
        {
            throw new InvalidDataException($"{_path} has the columns {string.Join(", ", table.Columns)}, and {string.Join(", ", columns)} were to be added to. "
                + "Give the columns of the file, or write another file.");
        }
    }

    private long EndOfLastWholeLine()
    {
        var window = new byte[4096];
        long start = _end;
        int newline = -1;
        while (start > 0 && newline < 0)
        {
            int count = (int)Math.Min(window.Length, start);
            start -= count;
            count = RandomAccess.Read(_file!, window.AsSpan(0, count), start);
            newline = window.AsSpan(0, count).LastIndexOf((byte)'\n');
        }
        return start + newline + 1;
    }

    private void CloseLastLine(long line, string header)
    {
        const int Longest = 4096;
        if (line > 0 && _end - line <= Longest)
        {
            // Two comment marks: never taken for a header.
            var cut = new byte[_end - line];
            int length = RandomAccess.Read(_file!, cut, line);
            _end = line;
            Put([(byte)_format.Comment, (byte)_format.Comment, (byte)' ', .. cut.AsSpan(0, length), (byte)'\n']);
            return;
        }
        byte[] whole = Encoding.UTF8.GetBytes(header), begun = new byte[Math.Min(_end, Longest)];
        int read = RandomAccess.Read(_file!, begun, 0);
        if (line > 0 || !whole.AsSpan().StartsWith(begun.AsSpan(0, read)))
            throw new InvalidDataException($"{_path} ends in a line of {_end - line} bytes without end: it is no table of this program's. Write another file.");
        _end = 0;
        RandomAccess.SetLength(_file!, 0);
    }

    private void Put(ReadOnlySpan<byte> line)
    {
        try
        {
            RandomAccess.Write(_file!, line, _end);
            _end += line.Length;
        }
        catch (IOException e)
        {
            // Half a row is taken back.
            RandomAccess.SetLength(_file!, _end);
            throw new IOException($"{_path}: a row was not written: {e.Message}. The rows before stay. Free some space.", e);
        }
    }
}
