using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>A group of an HDF5 file: a folder of datasets and groups.</summary>
public partial class Hdf5Group : Hdf5Object
{
    internal Hdf5Group(Hdf5File? file, string path) : base(file, path) { }

    /// <summary>Makes a group, and the groups above it where they are missing.</summary>
    /// <param name="name">Name seen from this group, or from the root where it begins with a slash.</param>
    /// <returns>The group.</returns>
    /// <exception cref="Hdf5Exception">There is something of that name.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <remarks><b>Collective.</b> As h5py.Group.create_group.</remarks>
    public Hdf5Group CreateGroup(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        return File.Change($"CreateGroup({path})", default, () =>
        {
            Hdf5Names.ExpectFree(File.Id, path);
            using Hdf5Id links = Hdf5Names.WithParents(path);
            using Hdf5Id group = Hdf5Library.Id(H5G.create(File.Id, path, links, H5P.DEFAULT, H5P.DEFAULT), $"create the group {path}");
            return new Hdf5Group(File, path);
        });
    }

    /// <summary>A group that is there.</summary>
    /// <param name="name">Name seen from this group, or from the root where it begins with a slash.</param>
    /// <returns>The group.</returns>
    /// <exception cref="Hdf5Exception">There is no such group.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Hdf5Group OpenGroup(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        return File.Run($"OpenGroup({path})", default, () =>
        {
            Hdf5Names.ExpectKind(File, path, H5I.type_t.GROUP);
            return new Hdf5Group(File, path);
        });
    }

    /// <summary>A dataset that is there, with its shape and element type.</summary>
    /// <param name="name">Name seen from this group, or from the root where it begins with a slash.</param>
    /// <returns>The dataset.</returns>
    /// <exception cref="Hdf5Exception">There is no such dataset.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Hdf5Dataset OpenDataset(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        return File.Run($"OpenDataset({path})", default, () =>
        {
            Hdf5Names.ExpectKind(File, path, H5I.type_t.DATASET);
            return Hdf5Dataset.Describe(File, path);
        });
    }

    /// <summary>Whether there is a group or dataset of that name.</summary>
    /// <param name="name">Name seen from this group, or from the root where it begins with a slash.</param>
    /// <returns>True where there is, the same on every rank.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public bool Contains(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        return File.Run($"Contains({path})", default, () => Hdf5Names.Exists(File.Id, path));
    }

    /// <summary>Names of what is in the group, in alphabetical order.</summary>
    /// <returns>Names without the group's path.</returns>
    /// <remarks><b>Collective.</b> As h5py.Group.keys.</remarks>
    public IReadOnlyList<string> GetNames() => File.Run($"GetNames({Path})", default, () => Hdf5Names.InGroup(File.Id, Path));
}
