using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An HDF5 file: of fields, a checkpoint, or a record of a series.</summary>
internal sealed class Hdf5PlotFile : PlotFile
{
    private readonly Hdf5File _file;
    private readonly Hdf5Grid _grid;
    private readonly double? _time;
    private readonly Dictionary<string, Hdf5Dataset> _datasets = [];

    private Hdf5PlotFile(string path, Hdf5File file, Hdf5Grid grid) : base(path)
    {
        (_file, _grid) = (file, grid);
        _time = Hdf5Numbers.Of(file.Attributes, "time") is [var time] ? time : null;
        Collect(file);
    }

    public override IReadOnlyList<string> Names => [.. _datasets.Keys];

    /// <summary>Opens a file, or the record of a series whose index it is.</summary>
    /// <exception cref="UsageException">There is no such record.</exception>
    public static Hdf5PlotFile OpenRecord(string path, long record)
    {
        Hdf5File file = Hdf5File.Open(path, new SelfCommunicator());
        try
        {
            var grid = new Hdf5Grid(file);
            if (!IsIndex(file)) return new Hdf5PlotFile(path, file, grid);
            file.Dispose();
            FieldSeries series = FieldSeries.Open(path, new SelfCommunicator());
            int count = series.Steps.Count;
            long at = record < 0 ? record + count : record;
            if (at < 0 || at >= count) throw new UsageException($"plot: there is no record {record} in {path}, which has {count}.");
            file = series.OpenRecord(series.Steps[(int)at]);
            return new Hdf5PlotFile(path, file, grid);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override void Dispose() => _file.Dispose();

    protected override PlotField Open(string name)
    {
        Hdf5Dataset dataset = _datasets[name];
        return new Hdf5Field(name, dataset, _grid.Of(dataset)) { Unit = Hdf5Numbers.Text(dataset.Attributes, "units") ?? Hdf5Numbers.Text(dataset.Attributes, "unit"), Time = _time };
    }

    private static bool IsIndex(Hdf5File file) => file.Contains("steps") && file.Contains("times") && file.Contains("files") && file.Contains("fields");

    private void Collect(Hdf5Group group)
    {
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            if (entry is { Kind: Hdf5ObjectKind.Group, Link: Hdf5LinkKind.Hard }) Collect(group.OpenGroup(entry.Name));
            else if (entry.Dataset is { NDim: > 0 } dataset && IsNumeric(dataset)) _datasets[dataset.Path.Trim('/')] = dataset;
        }
    }

    private static bool IsNumeric(Hdf5Dataset dataset) => ElementTypes.All.Any(type => ElementTypes.NameOf(type) == dataset.TypeName);

    private sealed class Hdf5Field(string name, Hdf5Dataset dataset, (double[], double[])? grid)
        : PlotField(name, dataset.ElementType, FieldAxis.Of([.. dataset.Shape], isReversed: dataset.IsColumnMajor, grid))
    {
        protected override DistArray<T> Part<T>(AxisPart[] parts) =>
            dataset.Read<T>(new Distribution(dataset.File.Communicator, [.. parts.Select(part => new ReplicatedMap(part.Count))]), [.. parts.Select(part => part.ToIndex())]);
    }
}
