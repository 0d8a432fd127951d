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
    private readonly List<(long Offset, long Count)> _data = [];

    /// <summary>What rank 0 does to the file when it is closed and has not got its name yet: its path, and where in it data are.</summary>
    internal Action<string, IReadOnlyList<(long Offset, long Count)>>? WhenClosed { get; set; }

    /// <summary>Brings the file to the disk and puts it in the place of the older one. Nothing can be written after it.</summary>
    /// <exception cref="InvalidOperationException">The file is open for reading, is closed, or was put in place before.</exception>
    /// <exception cref="IOException">It could not be put in place; the older file stays.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not write all of it; the older file stays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Commit()
    {
        if (_atomic is null || _isCommitted)
            throw new InvalidOperationException(_atomic is null ? $"{Name} is open for reading: there is nothing to put in place." : $"{Name} is in place already.");
        string call = $"Commit({Name})";
        Agreement.OnCall(call);
        _atomic.Reserve(0, _endOfData + _metadata);
        // Closing writes all of it. H5Fflush would call MPI_File_sync, which in Open MPI 4.1 now and then fails on one rank and hangs the others.
        Agreement.Step(call, CloseNow);
        if (WhenClosed is { } action)
        {
            Agreement.Step(call, () =>
            {
                if (Communicator.Rank == 0)
                    action(_atomic.Path, _data);
            });
        }
        _atomic.Commit();
        _isCommitted = true;
    }

    /// <summary>Closes the file; one that is being made and was not put in place is removed.</summary>
    /// <remarks><b>Collective.</b> Never throws, so that it hides no exception; that a rank closes it early the others learn in their next call.</remarks>
    public void Dispose()
    {
        if (_id != 0)
        {
            try
            {
                if (!Agreement.IsBroken)
                    Agreement.Step($"Dispose({Name})", static () => { });
            }
            catch (Exception e) when (SharedFailure.IsAgreed(e))
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
            throw new InvalidOperationException($"{call}: {Name} is open for reading. Make a file with Hdf5File.Save or Hdf5File.Create.");
        if (_isCommitted)
            throw new InvalidOperationException($"{call}: {Name} is in place already. Write before Commit.");
    }

    /// <summary>Takes disk space for the data of a dataset.</summary>
    /// <param name="offset">Where HDF5 puts it.</param>
    /// <param name="count">Bytes.</param>
    internal void Reserve(long offset, long count)
    {
        _endOfData = Math.Max(_endOfData, offset + count);
        _data.Add((offset, count));
        _atomic!.Reserve(offset, count);
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
                NativeStatus.Check(NativeHdf5.SetFaplMpio(access, mpi.Handle));
            }
            long id = open(access);
            if (id < 0)
                throw Hdf5Library.Failure(action);
            _id = id;
        }
    }

    private void CloseNow()
    {
        long id = _id;
        _id = 0;
        lock (Hdf5Library.Gate)
            Hdf5Library.Check(H5F.close(id), $"close {Name}");
    }
}
