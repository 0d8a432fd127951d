using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public sealed unsafe partial class Hdf5Attributes
{
    /// <summary>What the attributes are, in alphabetical order; their values are not read.</summary>
    /// <returns>One entry an attribute.</returns>
    /// <exception cref="Hdf5Exception">HDF5 could not read them.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public IReadOnlyList<Hdf5Attribute> GetEntries() => File.Run($"Attributes.GetEntries({_owner.Path})", default, () =>
    {
        using Hdf5Id owner = OpenOwner();
        return Names(owner).ConvertAll(name => Describe(owner, name));
    });

    private Hdf5Attribute Describe(Hdf5Id owner, string name)
    {
        string action = $"read the attribute {name} of {_owner.Path}";
        using Hdf5Id attribute = Hdf5Library.Id(H5A.open(owner, name, H5P.DEFAULT), action);
        using Hdf5Id type = Hdf5Library.Id(H5A.get_type(attribute), action), space = Hdf5Library.Id(H5A.get_space(attribute), action);
        var shape = new ulong[Hdf5Library.Check(H5S.get_simple_extent_ndims(space), action)];
        fixed (ulong* extents = shape)
            Hdf5Library.Check(H5S.get_simple_extent_dims(space, extents, null), action);
        ElementType? elementType = Hdf5Datatype.Identify(type, out string typeName);
        return new Hdf5Attribute(name, Array.ConvertAll(shape, extent => checked((long)extent)), elementType, H5T.get_class(type) == H5T.class_t.STRING, typeName);
    }
}
