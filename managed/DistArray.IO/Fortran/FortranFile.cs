using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>An unformatted Fortran file that the ranks of a communicator read together: sequential, direct or stream access.</summary>
/// <remarks>Records count from 0; a stream file is one record. Files as gfortran and ifort write them, subrecords included.</remarks>
public sealed partial class FortranFile : IDisposable
{
    private readonly RankAgreement _agreement;
    private readonly FortranRecords _records;
    private readonly SafeFileHandle _file;

    private FortranFile(string name, ICommunicator communicator, RankAgreement agreement, FortranFormat format, FortranRecords records, SafeFileHandle file) =>
        (Name, Communicator, _agreement, Format, _records, _file) = (name, communicator, agreement, format, records, file);

    /// <summary>Full path of the file.</summary>
    public string Name { get; }

    /// <summary>The ranks that read it.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Its form, as given.</summary>
    public FortranFormat Format { get; }

    /// <summary>Number of records; 1 of a stream file.</summary>
    public long RecordCount => _records.Count;

    /// <summary>Where a record lies, and its length.</summary>
    /// <param name="record">Number of the record, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such record.</exception>
    /// <remarks>Local.</remarks>
    public FortranRecord GetRecord(long record)
    {
        ExpectRecords(record, 1);
        return _records[record];
    }

    /// <summary>Opens a file for reading and finds its records; of a sequential file the markers alone are read, by rank 0, and all of them checked.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="communicator">The ranks that read it, any number of them.</param>
    /// <param name="format">Its form.</param>
    /// <returns>The file, to be disposed.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is a folder or cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its markers do not fit, or its size is no multiple of the record length.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static FortranFile Open(string path, ICommunicator communicator, FortranFormat format)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(format);
        var agreement = new RankAgreement(communicator);
        string call = $"FortranFile.Open({path}, {format})", full = Path.GetFullPath(path);
        agreement.OnCall(call);
        SafeFileHandle? file = null;
        try
        {
            SequentialRecords? scanned = null;
            long length = 0;
            agreement.Step(call, () =>
            {
                if (communicator.Rank != 0)
                    return;
                Expect.ReadableFile(full);
                file = FileHandles.ForReading(full);
                length = RandomAccess.GetLength(file);
                if (format.Access == FortranAccess.Sequential)
                    scanned = RecordScan.Run(file, full, format);
                else if (format.Access == FortranAccess.Direct && length % format.RecordLength != 0)
                    throw new InvalidDataException($"{full} has {length} bytes, no multiple of the record length {format.RecordLength}: {length % format.RecordLength} are too many. "
                        + "Check the record length (in bytes; some compilers count words of 4) and that the file was not cut.");
            });
            communicator.Broadcast(ref length, 0);
            FortranRecords records = format.Access switch
            {
                FortranAccess.Sequential => SequentialRecords.Share(scanned, communicator, step => agreement.Step(call, step)),
                FortranAccess.Direct => new EqualRecords(format.RecordLength, length / format.RecordLength),
                _ => new EqualRecords(length, 1),
            };
            agreement.Step(call, () => file ??= FileHandles.ForReading(full));
            return new FortranFile(full, communicator, agreement, format, records, file!);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Makes a file in one go; it takes the place of an older one when all of it is on the disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write it.</param>
    /// <param name="format">Its form.</param>
    /// <param name="write">Writes the records, on every rank alike.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full.</exception>
    /// <exception cref="RankFailedException">Something else failed on a rank.</exception>
    /// <remarks><b>Collective.</b> On any failure on any rank the older file stays as it was, and all ranks throw.</remarks>
    public static void Save(string path, ICommunicator communicator, FortranFormat format, Action<FortranFileWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(write);
        var agreement = new RankAgreement(communicator);
        agreement.OnCall($"FortranFile.Save({path}, {format})");
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            var writer = new FortranFileWriter(communicator, agreement, target, format);
            agreement.Run(() => write(writer));
            writer.Finish();
        });
    }

    /// <summary>Closes the file.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose() => _file.Dispose();
}
