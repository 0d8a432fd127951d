using System.Text;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Looks names up in a file.</summary>
internal static unsafe class Hdf5Names
{
    /// <summary>A link creation list that makes the groups above the path.</summary>
    /// <remarks>Names that are not ASCII are marked as UTF-8, which costs the older group format that every reader knows: h5py does so too.</remarks>
    public static Hdf5Id WithParents(string path)
    {
        Hdf5Id links = Hdf5Library.Id(H5P.create(H5P.LINK_CREATE), "make a property list");
        Hdf5Library.Check(H5P.set_create_intermediate_group(links, 1), "set a property");
        if (!Ascii.IsValid(path))
            Hdf5Library.Check(H5P.set_char_encoding(links, H5T.cset_t.UTF8), "set a property");
        return links;
    }

    /// <summary>Whether there is something at the path. Every level is asked, since HDF5 fails where a group above is missing.</summary>
    public static bool Exists(long file, string path)
    {
        foreach (string level in Hdf5Path.Levels(path))
        {
            if (Hdf5Library.Check(H5L.exists(file, level, H5P.DEFAULT), $"look for {level}") == 0)
                return false;
            int exists = H5O.exists_by_name(file, level, H5P.DEFAULT);
            if (exists < 0 && IsExternal(file, level))
            {
                // The other file is not there: no failure, and its text is of no use to a later one.
                _ = Hdf5Library.Failure($"look for {level}");
                return false;
            }
            if (Hdf5Library.Check(exists, $"look for {level}") == 0)
                return false;
        }
        return true;
    }

    /// <summary>Whether there is a name, which may lead nowhere.</summary>
    public static bool IsTaken(long file, string path)
    {
        int slash = path.LastIndexOf('/');
        return (slash == 0 || Exists(file, path[..slash])) && Hdf5Library.Check(H5L.exists(file, path, H5P.DEFAULT), $"look for {path}") > 0;
    }

    /// <summary>Returns where the path is free.</summary>
    /// <exception cref="Hdf5Exception">It is not.</exception>
    public static void ExpectFree(long file, string path)
    {
        if (IsTaken(file, path))
            throw new Hdf5Exception($"There is a {path} in the file already. Choose another name.");
    }

    /// <summary>Returns where there is an object of that kind at the path.</summary>
    /// <exception cref="Hdf5Exception">There is not.</exception>
    public static void ExpectKind(Hdf5File file, string path, H5I.type_t kind)
    {
        string wanted = kind.ToString().ToLowerInvariant();
        if (!Exists(file.Id, path))
        {
            string parent = Hdf5Path.Levels(path).Reverse().Skip(1).FirstOrDefault(level => Exists(file.Id, level)) ?? "/";
            string there = KindOf(file.Id, parent) == H5I.type_t.GROUP ? $"In {parent} there are: {string.Join(", ", InGroup(file.Id, parent))}." : $"{parent} is no group.";
            throw new Hdf5Exception($"There is no {wanted} {path} in {file.Name}. {there}");
        }
        H5I.type_t found = KindOf(file.Id, path);
        if (found != kind)
            throw new Hdf5Exception($"{path} in {file.Name} is a {found.ToString().ToLowerInvariant()}, and a {wanted} is needed.");
    }

    /// <summary>Names in a group, in alphabetical order.</summary>
    public static List<string> InGroup(long file, string path)
    {
        using Hdf5Id group = Hdf5Library.Id(H5G.open(file, path, H5P.DEFAULT), $"open the group {path}");
        return Hdf5Links.Names(group, path);
    }

    /// <summary>A text from a call that is asked twice: for its length, and for the text.</summary>
    /// <param name="call">Gets a buffer and its size, returns the bytes of the text.</param>
    /// <param name="action">What it is for.</param>
    public static string Text(Func<nint, nuint, nint> call, string action)
    {
        nint length = call(0, 0);
        if (length < 0)
            throw Hdf5Library.Failure(action);
        byte[] bytes = new byte[length + 1];
        fixed (byte* buffer = bytes)
        {
            if (call((nint)buffer, (nuint)bytes.Length) < 0)
                throw Hdf5Library.Failure(action);
        }
        return Encoding.UTF8.GetString(bytes, 0, (int)length);
    }

    private static bool IsExternal(long file, string path)
    {
        H5L.info_t link;
        return H5L.get_info(file, path, &link, H5P.DEFAULT) >= 0 && link.type == H5L.type_t.EXTERNAL;
    }

    private static H5I.type_t KindOf(long file, string path)
    {
        using Hdf5Id found = Hdf5Library.Id(H5O.open(file, path, H5P.DEFAULT), $"open {path}");
        return H5I.get_type(found);
    }
}
