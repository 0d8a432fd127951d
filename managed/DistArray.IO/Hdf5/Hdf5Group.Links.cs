using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public partial class Hdf5Group
{
    /// <summary>What is in the group: kinds, links, and the shapes and types of datasets.</summary>
    /// <returns>One entry a name, in alphabetical order.</returns>
    /// <exception cref="Hdf5Exception">HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Links that lead nowhere are listed as such. Opens every dataset: <see cref="GetNames"/> does not.</remarks>
    public IReadOnlyList<Hdf5Entry> GetEntries() => File.Run($"GetEntries({Path})", default, () =>
    {
        using Hdf5Id group = Hdf5Library.Id(H5G.open(File.Id, Path, H5P.DEFAULT), $"open the group {Path}");
        return Hdf5Links.Names(group, Path).ConvertAll(name => Hdf5Links.Describe(File, group, Path, name));
    });

    /// <summary>Makes a name that leads to a path in the same file.</summary>
    /// <param name="name">The new name, seen from this group; missing groups above it are made.</param>
    /// <param name="target">Path that it leads to, from the root or from the group of the name; it need not be there.</param>
    /// <exception cref="Hdf5Exception">There is something of that name.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <remarks><b>Collective.</b> As h5py.SoftLink.</remarks>
    public void CreateSoftLink(string name, string target)
    {
        ExpectText(target, nameof(target));
        Link("CreateSoftLink", name, target, (path, links) => H5L.create_soft(target, File.Id, path, links, H5P.DEFAULT));
    }

    /// <summary>Gives a group or dataset another name, of the same right as the first.</summary>
    /// <param name="name">The new name, seen from this group; missing groups above it are made.</param>
    /// <param name="target">Name that it has, seen from this group, or from the root where it begins with a slash.</param>
    /// <exception cref="Hdf5Exception">There is something of the new name, or nothing of the old.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <remarks><b>Collective.</b> As h5py's <c>f[name] = f[target]</c>.</remarks>
    public void CreateHardLink(string name, string target)
    {
        string existing = target == "/" ? target : Hdf5Path.Combine(Path, target);
        Link("CreateHardLink", name, existing, (path, links) =>
        {
            if (!Hdf5Names.Exists(File.Id, existing))
                throw new Hdf5Exception($"There is no {existing} in {File.Name} to link to.");
            return H5L.create_hard(File.Id, existing, File.Id, path, links, H5P.DEFAULT);
        });
    }

    /// <summary>Makes a name that leads to a path in another file.</summary>
    /// <param name="name">The new name, seen from this group; missing groups above it are made.</param>
    /// <param name="file">The other file, seen from the folder of this one; it need not be there.</param>
    /// <param name="target">Path in that file, from its root.</param>
    /// <exception cref="Hdf5Exception">There is something of that name.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <remarks><b>Collective.</b> As h5py.ExternalLink.</remarks>
    public void CreateExternalLink(string name, string file, string target)
    {
        ExpectText(file, nameof(file));
        ExpectText(target, nameof(target));
        Link("CreateExternalLink", name, $"{file}:{target}", (path, links) => H5L.create_external(file, target, File.Id, path, links, H5P.DEFAULT));
    }

    /// <summary>Takes a name away, and with the last hard link what it named.</summary>
    /// <param name="name">Name seen from this group, or from the root where it begins with a slash.</param>
    /// <exception cref="Hdf5Exception">There is nothing of that name.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading only.</exception>
    /// <remarks><b>Collective.</b> The space in the file is used again until the file is closed, and not given back. As h5py's <c>del f[name]</c>.</remarks>
    public void Delete(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        File.Change($"Delete({path})", default, () =>
        {
            if (!Hdf5Names.IsTaken(File.Id, path))
                throw new Hdf5Exception($"There is no {path} in {File.Name} to delete.");
            return Hdf5Library.Check(H5L.delete(File.Id, path, H5P.DEFAULT), $"delete {path}");
        });
    }

    private void Link(string verb, string name, string target, Func<string, Hdf5Id, int> create)
    {
        string path = Hdf5Path.Combine(Path, name);
        File.Change($"{verb}({path}, {target})", default, () =>
        {
            Hdf5Names.ExpectFree(File.Id, path);
            using Hdf5Id links = Hdf5Names.WithParents(path);
            return Hdf5Library.Check(create(path, links), $"make the link {path} to {target}");
        });
    }

    private static void ExpectText(string text, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(text, parameter);
        if (text.Contains('\0'))
            throw new ArgumentException("A path holds a zero character, which HDF5 cannot store.", parameter);
    }
}
