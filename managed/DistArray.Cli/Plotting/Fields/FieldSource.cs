using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>A file that pictures are made of.</summary>
internal sealed class FieldSource : IDisposable
{
    private readonly Hdf5Grid? _grid;

    private FieldSource(ArrayFile file, Hdf5Grid? grid) => (File, _grid) = (file, grid);

    /// <summary>The file; of a series that of the record.</summary>
    public ArrayFile File { get; }

    /// <summary>Opens a file, or the record of a series whose index it is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="raw">What a file without header holds, or null.</param>
    /// <param name="record">Which record of a series to take, negative from the end; null for the last.</param>
    /// <exception cref="UsageException">There is no such file or record, or the file is no series.</exception>
    public static FieldSource Open(string path, RawDescription? raw, long? record)
    {
        ArrayFile file = ArrayFile.Open(path, new SelfCommunicator(), raw);
        try
        {
            var hdf5 = file as Hdf5ArrayFile;
            if (hdf5?.IsSeries != true && record is not null) throw new UsageException($"plot: --record is for a series of fields, and {path} is none.");
            if (hdf5 is null) return new FieldSource(file, null);
            var grid = new Hdf5Grid(hdf5);
            if (!hdf5.IsSeries) return new FieldSource(file, grid);
            file.Dispose();
            FieldSeries series = FieldSeries.Open(path, new SelfCommunicator());
            int count = series.Steps.Count;
            long wanted = record ?? -1, at = wanted < 0 ? wanted + count : wanted;
            if (at < 0 || at >= count) throw new UsageException($"plot: there is no record {record} in {path}, which has {count}.");
            return new FieldSource(new Hdf5ArrayFile(path, series.OpenRecord(series.Steps[(int)at])), grid);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The array of a name, as <see cref="ArrayFile.Find"/> finds it.</summary>
    public FileField Field(string? name) => FileField.Of(File, File.Find(name), _grid);

    public void Dispose() => File.Dispose();
}
