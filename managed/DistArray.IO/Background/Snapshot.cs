namespace DistArray.IO;

/// <summary>What one file of a <see cref="SnapshotQueue"/> will hold: copies of arrays as they are now.</summary>
public sealed class Snapshot : IDisposable
{
    private readonly ICommunicator _communicator;
    private readonly List<Action<Hdf5File>> _writes = [];
    private readonly List<IDisposable> _copies = [];

    internal Snapshot(ICommunicator communicator, string path) => (_communicator, Path) = (communicator, path);

    /// <summary>Where the file will be.</summary>
    public string Path { get; }

    /// <summary>Copies an array, to be written under a name.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="dataset">Name of the dataset.</param>
    /// <param name="array">The array; its halos are not written. It may change as soon as this returns.</param>
    /// <remarks><b>Collective.</b> Every rank names the same datasets in the same order. Here only this rank's part is copied; the messages are those of the background.</remarks>
    public void Write<T>(string dataset, DistArray<T> array) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(dataset);
        ArgumentNullException.ThrowIfNull(array);
        var distribution = new Distribution(_communicator, array.Distribution.DimMaps, array.Distribution.Grid);
        DistArray<T> copy = Np.Empty<T>(distribution, array.Order);
        _copies.Add(copy);
        array.LocalView.CopyTo(copy.LocalView);
        _writes.Add(file => file.Write(dataset, copy));
    }

    /// <summary>Does something with the file when it is written, such as setting attributes.</summary>
    /// <param name="write">Runs in the background, on every rank alike: it must use nothing that changes meanwhile, nor arrays but those of <see cref="Write"/>.</param>
    public void Then(Action<Hdf5File> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _writes.Add(write);
    }

    /// <summary>Gives the copies back. The queue does it.</summary>
    public void Dispose()
    {
        foreach (IDisposable copy in _copies) copy.Dispose();
        _copies.Clear();
        _writes.Clear();
    }

    internal void Run() => Hdf5File.Save(Path, _communicator, file =>
    {
        foreach (Action<Hdf5File> write in _writes) write(file);
    });
}
