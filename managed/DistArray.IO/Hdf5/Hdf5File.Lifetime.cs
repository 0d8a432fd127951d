using DistArray.Bindings;
using DistArray.Bindings.Hdf5;
using DistArray.Mpi;

namespace DistArray.IO;

public sealed unsafe partial class Hdf5File
{
    // Room for what HDF5 writes besides data: at the start, and with every change. MPI-IO libraries lose the news of a full disk, or hang
    // after it, so all space is taken before it is written. What is too much is given back at the end.
    private const long MetadataOfFile = 1 << 16, MetadataOfChange = 1 << 12;

    private long _metadata = MetadataOfFile;
    private long _endOfData;
    private bool _isCommitted;
    private LeakTicket? _leak;
    private readonly List<(long Offset, long Count)> _data = [];

    /// <summary>What rank 0 does to the file when it is closed and has not got its name yet: its path, and where in it data are.</summary>
    internal Action<string, IReadOnlyList<(long Offset, long Count)>>? WhenClosed { get; set; }

    /// <summary>Brings the file to the disk and, where it was made anew, puts it in the place of the older one. Nothing can be written after it.</summary>
    /// <exception cref="InvalidOperationException">The file is open for reading, is closed, or was committed before.</exception>
    /// <exception cref="IOException">It could not be put in place; the older file stays.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not write all of it; the older file stays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Commit()
    {
        if (!IsWritable || _isCommitted)
            throw new InvalidOperationException(IsWritable ? $"{Name} is in place already." : $"{Name} is open for reading: there is nothing to put in place.");
        ObjectDisposedException.ThrowIf(_id == 0, this);
        SnapshotQueue.WaitForThisThread();
        string call = $"Commit({Name})";
        Agreement.OnCall(call);
        if (_atomic is not null)
            _atomic.Reserve(0, _endOfData + _metadata);
        else
            ReserveAtEnd(0, _metadata);
        // Closing writes all of it. H5Fflush would call MPI_File_sync, which in Open MPI 4.1 now and then fails on one rank and hangs the others.
        Agreement.Step(call, CloseNow);
        if (_atomic is not null)
        {
            if (WhenClosed is { } action)
            {
                Agreement.Step(call, () =>
                {
                    if (Communicator.Rank == 0)
                        action(_atomic.Path, _data);
                });
            }
            _atomic.Commit();
        }
        else
        {
            Agreement.Step(call, FlushInPlace);
        }
        _isCommitted = true;
    }

    /// <summary>Closes the file; one that is being made and was not put in place is removed.</summary>
    /// <remarks><b>Collective.</b> Never throws, so that it hides no exception; that a rank closes it early the others learn in their next call.</remarks>
    public void Dispose()
    {
        _leak?.Dispose();
        if (_id != 0)
        {
            SnapshotQueue.WaitForThisThread();
            try
            {
                if (!Agreement.IsBroken)
                    Agreement.Step($"Dispose({Name})", static () => { });
            }
            catch (Exception e) when (SharedFailure.IsAgreed(e, Communicator))
            {
                // The ranks have parted; the others throw, and then close the file too.
            }
            try
            {
                CloseNow();
            }
            catch (Hdf5Exception)
            {
                // What was read is read, and what was written is discarded or on the disk already.
            }
        }
        _atomic?.Discard();
    }

    /// <summary>Runs a call on all ranks alike: announced before, its outcome shared after.</summary>
    /// <param name="call">The call and its arguments.</param>
    /// <param name="contents">Data that must be the same on every rank.</param>
    /// <param name="body">What to do; it may fail on some ranks only.</param>
    internal TResult Run<TResult>(string call, ReadOnlySpan<byte> contents, Func<TResult> body)
    {
        ObjectDisposedException.ThrowIf(_id == 0, this);
        SnapshotQueue.WaitForThisThread();
        Agreement.OnCall(call, contents);
        TResult result = default!;
        Agreement.Step(call, () =>
        {
            lock (Hdf5Library.Gate)
                result = body();
        });
        return result;
    }

    /// <summary>The same for a call that changes the file.</summary>
    internal TResult Change<TResult>(string call, ReadOnlySpan<byte> contents, Func<TResult> body)
    {
        ExpectWritable(call);
        _metadata += MetadataOfChange + contents.Length;
        return Run(call, contents, body);
    }

    internal void ExpectWritable(string call)
    {
        if (!IsWritable)
            throw new InvalidOperationException($"{call}: {Name} is open for reading. Make a file with Hdf5File.Save or Hdf5File.Create, or change it with Hdf5File.OpenForUpdate.");
        if (_isCommitted)
            throw new InvalidOperationException($"{call}: {Name} is in place already. Write before Commit.");
    }

    /// <summary>Notes that HDF5 will write more than data.</summary>
    /// <param name="count">Bytes of it.</param>
    internal void ReserveMetadata(int count = 0) => _metadata += MetadataOfChange + count;

    /// <summary>Takes disk space for the data of a dataset.</summary>
    /// <param name="offset">Where HDF5 puts it.</param>
    /// <param name="count">Bytes.</param>
    internal void Reserve(long offset, long count)
    {
        _endOfData = Math.Max(_endOfData, offset + count);
        if (_atomic is not null)
            _atomic.Reserve(offset, count);
        else
            Agreement.Step($"reserving space for {Name}", () => ReserveInPlace(offset, count));
    }

    /// <summary>Takes disk space for the elements of a dataset, and remembers where they lie.</summary>
    /// <param name="offset">Where HDF5 puts them.</param>
    /// <param name="count">Bytes.</param>
    internal void ReserveData(long offset, long count)
    {
        _data.Add((offset, count));
        Reserve(offset, count);
    }

    /// <summary>Takes disk space for a dataset that HDF5 is about to put behind the end of the file.</summary>
    /// <param name="count">Bytes of data.</param>
    /// <param name="metadata">Bytes that say where its chunks are.</param>
    /// <remarks><b>Collective.</b></remarks>
    internal void ReserveAtEnd(long count, long metadata)
    {
        _metadata += metadata;
        // HDF5 does not tell where it will put what it has not made yet: behind what is in the file, and the metadata that it still holds.
        long end = Communicator.Rank == 0 ? new FileInfo(_atomic?.Path ?? Name).Length : 0;
        Reserve(end, count + metadata + MetadataOfFile);
    }

    private void ReserveInPlace(long offset, long count)
    {
        if (Communicator.Rank != 0 || count == 0)
            return;
        try
        {
            _ = Libc.Reserve(Name, offset, count);
        }
        catch (IOException e)
        {
            throw new IOException($"{Name} needs {count} more bytes, and its file system refuses them: {e.Message}. What it holds stays. Free some space or write elsewhere.", e);
        }
    }

    private void FlushInPlace()
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle handle = FileHandles.ForWriting(Name);
        if (Communicator.Rank == 0)
            RandomAccess.SetLength(handle, RandomAccess.GetLength(handle));
        RandomAccess.FlushToDisk(handle);
    }

    private void OpenNow(Func<Hdf5Id, long> open, string action)
    {
        lock (Hdf5Library.Gate)
        {
            using Hdf5Id access = Hdf5Library.Id(H5P.create(H5P.FILE_ACCESS), "make a property list");
            if (Communicator.Size > 1)
            {
                if (Communicator is not Communicator mpi)
                    throw new NotSupportedException($"HDF5 writes in parallel over MPI's communicators, and this is a {Communicator.GetType().Name} of {Communicator.Size} ranks. "
                        + "Use Communicator.World or a part of it.");
                NativeStatus.Check(NativeHdf5.SetFaplMpio(access, mpi.Handle, _options?.HintLines));
            }
            if (_options is { } options)
                Hdf5Library.Check(H5P.set_alignment(access, (ulong)options.AlignmentThreshold, (ulong)options.Alignment), "set the alignment");
            long id = open(access);
            if (id < 0)
                throw Hdf5Library.Failure(action);
            _id = id;
        }
        _leak ??= LeakTracker.Track($"HDF5 file {Name}", comesBack: false);
    }

    private void CloseNow()
    {
        long id = _id;
        _id = 0;
        lock (Hdf5Library.Gate)
            Hdf5Library.Check(H5F.close(id), $"close {Name}");
    }
}
