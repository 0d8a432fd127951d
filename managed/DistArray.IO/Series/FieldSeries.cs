namespace DistArray.IO;

/// <summary>Fields in time: an HDF5 file a record, an index over them, and one XDMF file, so that a kill at any moment loses no record.</summary>
/// <remarks>
/// <para>A series "run.h5" has records "run_000000100.h5", named by their steps, beside the index "run.h5". A record is complete and has its
/// name before the index lists it, and the index is replaced as a whole. In the index "steps", "times" and "files" are the records, and
/// "fields/u" is the dataset "u" of all of them as one virtual dataset with the records along axis 0, for h5py and others; where a record has no
/// such field, it is NaN or 0.</para>
/// <para>With a grid there is "run.xmf" too, which ParaView and VisIt open.</para>
/// </remarks>
/// <example><code>FieldSeries series = restart is null ? FieldSeries.Create("run.h5", world, grid) : FieldSeries.Open("run.h5", world);
/// if (restart is not null) series.DropAfter(restart.Step);
/// …
/// series.Add(step, time, file => file.Write("u", u));</code></example>
public sealed class FieldSeries
{
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly UniformGrid? _grid;
    private List<SeriesRecord> _records;

    private FieldSeries(string path, ICommunicator communicator, UniformGrid? grid, List<SeriesRecord> records)
    {
        Path = path;
        _communicator = communicator;
        _agreement = new RankAgreement(communicator);
        _grid = grid;
        _records = records;
    }

    /// <summary>Full path of the index.</summary>
    public string Path { get; }

    /// <summary>Steps of the records, ascending.</summary>
    public IReadOnlyList<long> Steps => _records.ConvertAll(record => record.Step);

    /// <summary>Times of the records.</summary>
    public IReadOnlyList<double> Times => _records.ConvertAll(record => record.Time);

    /// <summary>Names of the fields that any record has, in alphabetical order.</summary>
    public IReadOnlyList<string> FieldNames => [.. _records.SelectMany(record => record.Fields).Select(one => one.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Starts a series; nothing is written before the first record, which replaces an older index of that name.</summary>
    /// <param name="path">Where the index is to be, such as "run.h5"; the records are written beside it.</param>
    /// <param name="communicator">The ranks that write it.</param>
    /// <param name="grid">Where the fields are in space, for the XDMF file; null for none.</param>
    /// <returns>The series, empty.</returns>
    /// <remarks>Local.</remarks>
    public static FieldSeries Create(string path, ICommunicator communicator, UniformGrid? grid = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        string full = System.IO.Path.GetFullPath(path);
        return full.EndsWith(".xmf", StringComparison.Ordinal)
            ? throw new ArgumentException($"{path} is the name of the XDMF file of a series. Give the index another ending, such as .h5.", nameof(path))
            : new FieldSeries(full, communicator, grid, []);
    }

    /// <summary>Opens a series to read it, or to go on with it.</summary>
    /// <param name="path">Where the index is.</param>
    /// <param name="communicator">The ranks that use it, any number of them.</param>
    /// <returns>The series.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="Hdf5Exception">It is no index of a series, or a damaged one.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static FieldSeries Open(string path, ICommunicator communicator)
    {
        (UniformGrid? grid, List<SeriesRecord> records) = SeriesIndex.Read(path, communicator);
        return new FieldSeries(System.IO.Path.GetFullPath(path), communicator, grid, records);
    }

    /// <summary>Writes a record: a file of its own, and then the index.</summary>
    /// <param name="step">Its step, larger than those before.</param>
    /// <param name="time">Its time; finite.</param>
    /// <param name="write">Writes the fields into the file, on every rank alike. Step and time are written as attributes.</param>
    /// <exception cref="ArgumentException">The step is not larger, or the time is not finite.</exception>
    /// <exception cref="IOException">It could not be written; the series stays as it was.</exception>
    /// <exception cref="Hdf5Exception">A field has another shape or type than in earlier records, or HDF5 could not write it; the series stays as it was.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Add(long step, double time, Action<Hdf5File> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _agreement.OnCall($"FieldSeries.Add({Path}, {step}, {time:R})");
        if (step < 0 || !double.IsFinite(time) || _records.Count > 0 && step <= _records[^1].Step)
            throw new ArgumentException($"Step {step} at time {time} cannot follow step {(_records.Count > 0 ? _records[^1].Step : -1)} of {Path}. Give a larger step and a finite time, or call DropAfter first.", nameof(step));
        string name = $"{System.IO.Path.GetFileNameWithoutExtension(Path)}_{step:d9}.h5";
        List<SeriesField> fields = [];
        Hdf5File.Save(Beside(name), _communicator, file =>
        {
            file.Attributes.Set("step", step);
            file.Attributes.Set("time", time);
            write(file);
            fields = SeriesFields.Of(file);
            SeriesFields.ExpectAlike(_records, fields, name);
        });
        Publish([.. _records, new SeriesRecord(step, time, name, fields)]);
    }

    /// <summary>Takes the records behind a step off the index, as after a restart from that step. Their files stay until records replace them.</summary>
    /// <param name="step">The last step to keep.</param>
    /// <exception cref="IOException">The index could not be written; the series stays as it was.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void DropAfter(long step)
    {
        _agreement.OnCall($"FieldSeries.DropAfter({Path}, {step})");
        Publish(_records.FindAll(record => record.Step <= step));
    }

    /// <summary>Opens the file of a record.</summary>
    /// <param name="step">Its step.</param>
    /// <returns>The file, to be closed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    /// <exception cref="FileNotFoundException">Its file is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Hdf5File OpenRecord(long step)
    {
        _agreement.OnCall($"FieldSeries.OpenRecord({Path}, {step})");
        int found = _records.FindIndex(record => record.Step == step);
        if (found >= 0)
            return Hdf5File.Open(Beside(_records[found].File), _communicator);
        string there = _records.Count == 0 ? "It has no records." : $"It has {_records.Count} records, from {_records[0].Step} to {_records[^1].Step}.";
        throw new ArgumentException($"{Path} has no record of step {step}. {there}", nameof(step));
    }

    /// <summary>Reads a field of a record, or a part of it, into a new array of any distribution.</summary>
    /// <typeparam name="T">The element type that the field has.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="step">Step of the record.</param>
    /// <param name="distribution">Distribution of the new array; its Shape is that of the field or the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the field. None: all of it.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">There is no such step, or the indices do not fit.</exception>
    /// <exception cref="Hdf5Exception">The record has no such field, or one of another shape or type.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public DistArray<T> Read<T>(string name, long step, Distribution distribution, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        using Hdf5File file = OpenRecord(step);
        return file.Read<T>(name, distribution, indices);
    }

    private void Publish(List<SeriesRecord> records)
    {
        _agreement.Step($"writing the index {Path}", () =>
        {
            if (_communicator.Rank == 0)
                SeriesIndex.Write(Path, _grid, records);
        });
        _records = records;
        if (_grid is not null)
            new XdmfWriter(System.IO.Path.ChangeExtension(Path, ".xmf"), _communicator, _grid).Replace(records.Select(record => (record.Time, record.File, SeriesFields.OnGrid(record, _grid))));
    }

    private string Beside(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);
}
