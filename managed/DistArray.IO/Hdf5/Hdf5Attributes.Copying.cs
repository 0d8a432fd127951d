using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public sealed unsafe partial class Hdf5Attributes
{
    // The file format has 64 KB for an attribute with its name, type and shape; larger ones are in files of the newest form only.
    private const long MostBytes = 60_000;

    /// <summary>Copies all attributes to another group or dataset, of this file or another one, with their types and shapes, whatever these are; an older one of a name goes.</summary>
    /// <param name="target">The group or dataset that gets them; its file is written by the same ranks as this one is read by.</param>
    /// <param name="except">Names that are left out.</param>
    /// <returns>Names of the others that were not copied: references, which lead to objects of their own file, and what is larger than 60,000 bytes: an attribute with its name, type and shape can have 64 KB.</returns>
    /// <exception cref="ArgumentException">The files are open on other ranks.</exception>
    /// <exception cref="InvalidOperationException">The target's file is open for reading.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">HDF5 could not read or write them.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public IReadOnlyList<string> CopyTo(Hdf5Object target, params IReadOnlyCollection<string> except)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(except);
        if (!File.Communicator.IsCongruentTo(target.File.Communicator))
            throw new ArgumentException($"{File.Name} is open on {File.Communicator.Size} ranks, and {target.File.Name} on {target.File.Communicator.Size}, which are others or have another order. Open both on one communicator.", nameof(target));
        string[] names = [.. GetNames().Except(except)];
        return [.. names.Where(name => !target.File.Change($"Attributes.CopyTo({_owner.Path}, {name}, {target.Path})", default, () => Copy(name, target)))];
    }

    // Elements go through memory as they are in the file, so that nothing is converted.
    private bool Copy(string name, Hdf5Object target)
    {
        string action = $"copy the attribute {name} of {_owner.Path}";
        using Hdf5Id from = OpenOwner(), to = target.Attributes.OpenOwner(), attribute = Hdf5Library.Id(H5A.open(from, name, H5P.DEFAULT), action);
        // A copy of a type that has a name in the other file has none.
        using Hdf5Id found = Hdf5Library.Id(H5A.get_type(attribute), action), type = Hdf5Library.Id(H5T.copy(found), action), space = Hdf5Library.Id(H5A.get_space(attribute), action),
            creation = Hdf5Library.Id(H5A.get_create_plist(attribute), action);
        long count = H5S.get_simple_extent_npoints(space), size = checked(count * (long)H5T.get_size(type));
        if (count < 0)
            throw Hdf5Library.Failure(action);
        if (size > MostBytes || Hdf5Library.Check(H5T.detect_class(type, H5T.class_t.REFERENCE), action) > 0)
            return false;
        if (Hdf5Library.Check(H5A.exists(to, name), action) > 0)
            Hdf5Library.Check(H5A.delete(to, name), action);
        using Hdf5Id copy = Hdf5Library.Id(H5A.create(to, name, type, space, creation, H5P.DEFAULT), action);
        if (count == 0)
            return true;
        fixed (byte* values = new byte[size])
        {
            Hdf5Library.Check(H5A.read(attribute, type, values), action);
            try
            {
                target.File.ReserveMetadata(checked((int)(size + BytesElsewhere(type, count, values))));
                Hdf5Library.Check(H5A.write(copy, type, values), action);
            }
            finally
            {
                // Texts and rows of any length lie elsewhere.
                _ = H5D.vlen_reclaim(type, space, H5P.DEFAULT, values);
            }
        }
        return true;
    }

    // Of texts and rows of any length; those within structures are few bytes.
    private static long BytesElsewhere(Hdf5Id type, long count, byte* values)
    {
        long bytes = 0;
        if (H5T.is_variable_str(type) > 0)
        {
            for (long i = 0; i < count; i++)
                bytes += MemoryMarshal.CreateReadOnlySpanFromNullTerminated(((byte**)values)[i]).Length;
        }
        else if (H5T.get_class(type) == H5T.class_t.VLEN)
        {
            using Hdf5Id element = Hdf5Library.Id(H5T.get_super(type), "read a datatype");
            for (long i = 0; i < count; i++)
                bytes += (long)((nuint*)values)[2 * i] * (long)H5T.get_size(element);
        }
        return bytes;
    }
}
