namespace DistArray.IO;

/// <summary>Records of a <see cref="FieldSeries"/> that share a file: each is a group in it, named by its step.</summary>
/// <remarks>The file is named by its first step. It takes its place, and the index lists its records, with <see cref="Commit"/>; a kill before, or disposal without it, loses them.</remarks>
public sealed class FieldBatch : IDisposable
{
    private readonly FieldSeries _series;
    private readonly ICommunicator _communicator;
    private readonly List<SeriesRecord> _records = [];
    private Hdf5File? _file;
    private bool _isClosed;

    internal FieldBatch(FieldSeries series, ICommunicator communicator) => (_series, _communicator) = (series, communicator);

    /// <summary>Records that it has so far.</summary>
    public int Count => _records.Count;

    /// <summary>Writes a record into the file of the batch.</summary>
    /// <param name="step">Its step, larger than those before.</param>
    /// <param name="time">Its time; finite.</param>
    /// <param name="write">Writes the fields into the record's group, on every rank alike. Step and time are written as attributes.</param>
    /// <exception cref="ArgumentException">The step is not larger, or the time is not finite.</exception>
    /// <exception cref="ObjectDisposedException">The batch was committed or disposed of.</exception>
    /// <exception cref="IOException">It could not be written; the batch stays as it was.</exception>
    /// <exception cref="Hdf5Exception">A field has another shape or type than in earlier records, or HDF5 could not write it; the batch stays as it was.</exception>
    /// <exception cref="RankFailedException"><paramref name="write"/> failed on a rank between its calls: the batch cannot be committed any more.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Add(long step, double time, Action<Hdf5Group> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        _series.ExpectNext("FieldBatch.Add", step, time, _records, isOfBatch: true);
        Hdf5File file = _file ??= Hdf5File.Create(_series.Beside(_series.FileOf(step)), _communicator);
        Hdf5Group record = file.CreateGroup($"{step:d9}");
        List<SeriesField> fields = [];
        try
        {
            file.Agreement.Run(() =>
            {
                record.Attributes.Set("step", step);
                record.Attributes.Set("time", time);
                write(record);
                fields = SeriesFields.Of(record);
                file.Agreement.Step($"fields of step {step}", () => _series.ExpectAlike(fields, _records, $"{record.Path} in {file.Name}"));
            });
        }
        catch
        {
            if (!file.Agreement.IsBroken)
                file.Delete(record.Path);
            throw;
        }
        _records.Add(new SeriesRecord(step, time, System.IO.Path.GetFileName(file.Name), record.Path, fields));
    }

    /// <summary>Puts the file in its place and its records into the index. Nothing can be added after it.</summary>
    /// <exception cref="ObjectDisposedException">The batch was committed or disposed of.</exception>
    /// <exception cref="InvalidOperationException">A record has failed on a rank alone.</exception>
    /// <exception cref="IOException">It could not be put in place; the series stays as it was.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not write all of it; the series stays as it was.</exception>
    /// <remarks><b>Collective.</b> An empty batch leaves no file.</remarks>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        try
        {
            if (_records.Count == 0)
                return;
            _file!.Commit();
            _series.Publish(_records);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Ends the batch; the records of one that was not committed are gone.</summary>
    /// <remarks><b>Collective.</b> Never throws.</remarks>
    public void Dispose()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _file?.Dispose();
        _series.End(this);
    }
}
