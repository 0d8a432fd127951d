namespace DistArray.IO;

/// <summary>Fields in time: an HDF5 file a record, an index over them, and one XDMF file, so that a kill at any moment loses no record.</summary>
/// <remarks>
/// <para>A series "run.h5" has records "run_000000100.h5", named by their steps, beside the index "run.h5". A record is complete and has its
/// name before the index lists it, and the index is replaced as a whole. In the index "steps", "times" and "files" are the records, and
/// "fields/u" is the dataset "u" of all of them as one virtual dataset with the records along axis 0, for h5py and others; where a record has no
/// such field, it is NaN or 0.</para>
/// <para>The index is written anew with every record, which takes longer the more there are: some 30 ms with 1,000 of them. Many small records are better written in
/// batches (<see cref="StartBatch"/>): a file and an index a batch.</para>
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
    private FieldBatch? _batch;

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
    /// <exception cref="InvalidOperationException">A batch is open.</exception>
    /// <exception cref="IOException">It could not be written; the series stays as it was.</exception>
    /// <exception cref="Hdf5Exception">A field has another shape or type than in earlier records, or HDF5 could not write it; the series stays as it was.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Add(long step, double time, Action<Hdf5File> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ExpectNext("FieldSeries.Add", step, time, [], isOfBatch: false);
        string name = FileOf(step);
        List<SeriesField> fields = [];
        Hdf5File.Save(Beside(name), _communicator, file =>
        {
            file.Attributes.Set("step", step);
            file.Attributes.Set("time", time);
            write(file);
            fields = SeriesFields.Of(file);
            SeriesFields.ExpectAlike(_records, fields, name);
        });
        Publish([new SeriesRecord(step, time, name, "/", fields)]);
    }

    /// <summary>Starts a batch: records that share a file, which takes its place, and the index with it, when all of them are written.</summary>
    /// <returns>The batch, empty, to be committed and disposed of.</returns>
    /// <exception cref="InvalidOperationException">Another batch is open.</exception>
    /// <remarks><b>Collective.</b> A kill loses the records of a batch that is not committed: commit it when a checkpoint is saved, so that a restart from there finds all
    /// that was before.</remarks>
    /// <example><code>FieldBatch batch = series.StartBatch();
    /// …
    /// batch.Add(step, time, record => record.Write("u", u));
    /// if (batch.Count == 50) { batch.Commit(); batch = series.StartBatch(); }</code></example>
    public FieldBatch StartBatch()
    {
        _agreement.OnCall($"FieldSeries.StartBatch({Path})");
        ExpectNoBatch();
        return _batch = new FieldBatch(this, _communicator);
    }

    /// <summary>Takes the records behind a step off the index, as after a restart from that step. Their files stay until records replace them.</summary>
    /// <param name="step">The last step to keep.</param>
    /// <exception cref="InvalidOperationException">A batch is open.</exception>
    /// <exception cref="IOException">The index could not be written; the series stays as it was.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void DropAfter(long step)
    {
        _agreement.OnCall($"FieldSeries.DropAfter({Path}, {step})");
        ExpectNoBatch();
        Replace(_records.FindAll(record => record.Step <= step));
    }

    /// <summary>Opens the file of a record.</summary>
    /// <param name="step">Its step.</param>
    /// <returns>The file, to be closed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    /// <exception cref="FileNotFoundException">Its file is gone.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Hdf5File OpenRecord(long step) => OpenRecord(step, out _);

    /// <summary>Opens the file of a record, and the record in it.</summary>
    /// <param name="step">Its step.</param>
    /// <param name="record">The record: the root of the file, or its group in the file of a batch.</param>
    /// <returns>The file, to be closed by the caller.</returns>
    /// <exception cref="ArgumentException">There is no such step.</exception>
    /// <exception cref="FileNotFoundException">Its file is gone.</exception>
    /// <exception cref="Hdf5Exception">Its file holds no such record.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Hdf5File OpenRecord(long step, out Hdf5Group record)
    {
        _agreement.OnCall($"FieldSeries.OpenRecord({Path}, {step})");
        SeriesRecord? found = _records.Find(record => record.Step == step);
        if (found is null)
        {
            string there = _records.Count == 0 ? "It has no records." : $"It has {_records.Count} records, from {_records[0].Step} to {_records[^1].Step}.";
            throw new ArgumentException($"{Path} has no record of step {step}. {there}", nameof(step));
        }
        Hdf5File file = Hdf5File.Open(Beside(found.File), _communicator);
        try
        {
            record = found.Group == "/" ? file : file.OpenGroup(found.Group);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
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
        using Hdf5File file = OpenRecord(step, out Hdf5Group record);
        return record.Read<T>(name, distribution, indices);
    }

    /// <summary>The name of the file that begins with a step.</summary>
    internal string FileOf(long step) => $"{System.IO.Path.GetFileNameWithoutExtension(Path)}_{step:d9}.h5";

    /// <summary>Where a file of the series is.</summary>
    internal string Beside(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);

    /// <summary>Returns where a record may follow those of the series and of a batch.</summary>
    /// <remarks><b>Collective.</b></remarks>
    internal void ExpectNext(string what, long step, double time, List<SeriesRecord> batch, bool isOfBatch)
    {
        _agreement.OnCall($"{what}({Path}, {step}, {time:R})");
        if (!isOfBatch)
            ExpectNoBatch();
        long last = batch.Count > 0 ? batch[^1].Step : _records.Count > 0 ? _records[^1].Step : -1;
        if (step <= last || !double.IsFinite(time))
            throw new ArgumentException($"Step {step} at time {time} cannot follow step {last} of {Path}. Give a larger step and a finite time, or call DropAfter first.", nameof(step));
    }

    /// <summary>Returns where fields are as those of the records were.</summary>
    internal void ExpectAlike(List<SeriesField> fields, List<SeriesRecord> batch, string file)
    {
        SeriesFields.ExpectAlike(_records, fields, file);
        SeriesFields.ExpectAlike(batch, fields, file);
    }

    /// <summary>Lists further records, of which the files are in place.</summary>
    /// <remarks><b>Collective.</b></remarks>
    internal void Publish(List<SeriesRecord> records) => Replace([.. _records, .. records]);

    /// <summary>Notes that a batch has come to its end.</summary>
    internal void End(FieldBatch batch) => _batch = _batch == batch ? null : _batch;

    private void ExpectNoBatch()
    {
        if (_batch is not null)
            throw new InvalidOperationException($"A batch of {Path} is open. Commit or dispose of it first.");
    }

    private void Replace(List<SeriesRecord> records)
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
}
