using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>An HDF5 file that all ranks of a communicator read or write together; it is also its root group.</summary>
/// <remarks>
/// <para>Every member is collective: all ranks call it with the same arguments, and where one rank fails or calls something else, all of
/// them throw. A file that is made is written beside its target and takes the target's place with <see cref="Commit"/>: until then the
/// older file stays. <see cref="Save"/> does all of it.</para>
/// <para>With one rank HDF5 works without MPI; with more it works by MPI-IO, collectively. Readable by h5py, h5dump and other HDF5 tools.</para>
/// </remarks>
public sealed partial class Hdf5File : Hdf5Group, IDisposable
{
    private readonly AtomicFile? _atomic;
    private long _id;
    private readonly Hdf5FileOptions? _options;

    private Hdf5File(string name, ICommunicator communicator, RankAgreement agreement, Hdf5FileOptions? options, AtomicFile? atomic, bool isUpdated = false) : base(null, "/")
    {
        Name = name;
        IsWritable = atomic is not null || isUpdated;
        Communicator = communicator;
        Agreement = agreement;
        _options = options;
        _atomic = atomic;
    }

    /// <summary>Full path of the file; the target's where the file is being made.</summary>
    public string Name { get; }

    /// <summary>The ranks that read or write it.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Whether it is being made, or open to be changed in place; otherwise it is open for reading.</summary>
    public bool IsWritable { get; }

    /// <summary>Whether this object makes the file, so that nothing in it was there before.</summary>
    internal bool IsNew => _atomic is not null;

    /// <summary>How the ranks move data, from now on; the same on every rank.</summary>
    public Hdf5TransferMode Transfer { get; set; }

    /// <summary>HDF5's id of the open file.</summary>
    internal long Id
    {
        get
        {
            ObjectDisposedException.ThrowIf(_id == 0, this);
            return _id;
        }
    }

    /// <summary>Keeps the ranks together.</summary>
    internal RankAgreement Agreement { get; }

    /// <summary>Starts a file beside <paramref name="path"/>; <see cref="Commit"/> gives it that name, disposal without it discards it.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write it.</param>
    /// <param name="options">How it is laid out on the disk, and hints, or null for HDF5's own way.</param>
    /// <returns>The file, empty.</returns>
    /// <exception cref="ArgumentException">An alignment is not positive, or a hint has no key or value.</exception>
    /// <exception cref="InvalidOperationException">The ranks' options differ; the text names two of the ranks and what they gave.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not make it.</exception>
    /// <exception cref="NotSupportedException">The communicator has several ranks and is not MPI's.</exception>
    /// <exception cref="DllNotFoundException">Parallel HDF5 is not installed; the text says what to install.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Hdf5File Create(string path, ICommunicator communicator, Hdf5FileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        SnapshotQueue.WaitForThisThread();
        var agreement = new RankAgreement(communicator);
        string call = $"Create({path}{(options is null ? "" : $", {options}")})";
        agreement.OnCall(call);
        agreement.Step(call, () => options?.Expect(path));
        agreement.Step(call, Hdf5Library.Open);
        var atomic = new AtomicFile(path, communicator, agreement);
        atomic.Create();
        var file = new Hdf5File(atomic.Target, communicator, agreement, options, atomic);
        try
        {
            // Without space HDF5 could not even close the file: rank 0 fails to write in the middle of what all do, and waits for ever with MPICH.
            atomic.Reserve(0, MetadataOfFile);
            agreement.Step(call, () => file.OpenNow(access => H5F.create(atomic.Path, H5F.ACC_TRUNC, H5P.DEFAULT, access), $"create {atomic.Path}"));
            // HDF5 has emptied it.
            atomic.Reserve(0, MetadataOfFile);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="communicator">The ranks that read it, any number of them.</param>
    /// <param name="options">Hints for reading, or null for none.</param>
    /// <returns>The file.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is a folder or cannot be read.</exception>
    /// <exception cref="Hdf5Exception">It is not an HDF5 file, or a damaged one.</exception>
    /// <exception cref="NotSupportedException">The communicator has several ranks and is not MPI's.</exception>
    /// <exception cref="DllNotFoundException">Parallel HDF5 is not installed; the text says what to install.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static Hdf5File Open(string path, ICommunicator communicator, Hdf5FileOptions? options = null) => Open("Open", path, communicator, options, isUpdated: false);

    /// <summary>Opens a file to change it in place: to write into datasets, append to them, add and delete.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="communicator">The ranks that write it, any number of them.</param>
    /// <param name="options">How what is added is laid out on the disk, and hints, or null for HDF5's own way.</param>
    /// <returns>The file. <see cref="Commit"/> closes it and brings it to the disk; disposal closes it.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is a folder or cannot be written.</exception>
    /// <exception cref="Hdf5Exception">It is not an HDF5 file, or a damaged one.</exception>
    /// <exception cref="NotSupportedException">The communicator has several ranks and is not MPI's.</exception>
    /// <exception cref="DllNotFoundException">Parallel HDF5 is not installed; the text says what to install.</exception>
    /// <remarks><b>Collective.</b> Changes are made in the file itself. A job that is killed before <see cref="Commit"/> can leave a file that HDF5
    /// does not open any more, with all that it held: keep a copy, or make a file with <see cref="Save"/> where that matters.</remarks>
    public static Hdf5File OpenForUpdate(string path, ICommunicator communicator, Hdf5FileOptions? options = null) => Open("OpenForUpdate", path, communicator, options, isUpdated: true);

    /// <summary>Makes a file in one go: what <paramref name="write"/> writes takes the place of an older file when all of it is on the disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write it.</param>
    /// <param name="write">Writes into the file, on every rank alike.</param>
    /// <param name="options">How it is laid out on the disk, and hints, or null for HDF5's own way.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not write it.</exception>
    /// <exception cref="RankFailedException">Something else failed on a rank.</exception>
    /// <exception cref="NotSupportedException">The communicator has several ranks and is not MPI's.</exception>
    /// <exception cref="DllNotFoundException">Parallel HDF5 is not installed; the text says what to install.</exception>
    /// <remarks><b>Collective.</b> On any failure on any rank the older file stays as it was, and all ranks throw.</remarks>
    public static void Save(string path, ICommunicator communicator, Action<Hdf5File> write, Hdf5FileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        using Hdf5File file = Create(path, communicator, options);
        file.Agreement.Run(() => write(file));
        file.Commit();
    }

    private static Hdf5File Open(string verb, string path, ICommunicator communicator, Hdf5FileOptions? options, bool isUpdated)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        SnapshotQueue.WaitForThisThread();
        var agreement = new RankAgreement(communicator);
        string call = $"{verb}({path}{(options is null ? "" : $", {options}")})", full = System.IO.Path.GetFullPath(path);
        agreement.OnCall(call);
        agreement.Step(call, () => options?.Expect(path));
        agreement.Step(call, Hdf5Library.Open);
        agreement.Step(call, () =>
        {
            if (communicator.Rank != 0)
                return;
            Expect.ReadableFile(full);
            using var handle = isUpdated ? FileHandles.ForUpdating(full) : FileHandles.ForReading(full);
        });
        var file = new Hdf5File(full, communicator, agreement, options, null, isUpdated);
        agreement.Step(call, () => file.OpenNow(access => H5F.open(full, isUpdated ? H5F.ACC_RDWR : H5F.ACC_RDONLY, access), $"open {full}"));
        return file;
    }
}
