namespace DistArray.IO;

/// <summary>A group or a dataset of an HDF5 file, by its path.</summary>
/// <remarks>It holds nothing open, so there is nothing to dispose of; it is good as long as its file is open.</remarks>
public abstract class Hdf5Object
{
    private readonly Hdf5File? _file;

    private protected Hdf5Object(Hdf5File? file, string path)
    {
        _file = file;
        Path = path;
        Attributes = new Hdf5Attributes(this);
    }

    /// <summary>The file that it belongs to.</summary>
    public Hdf5File File => _file ?? (Hdf5File)this;

    /// <summary>Where it is in the file, from the root: "/fields/density".</summary>
    public string Path { get; }

    /// <summary>Its attributes.</summary>
    public Hdf5Attributes Attributes { get; }
}
