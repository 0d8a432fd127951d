using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>A dataset of an HDF5 file: an array on the disk, of the shape that NumPy sees.</summary>
public sealed class Hdf5Dataset : Hdf5Object
{
    private readonly ElementType? _elementType;
    private readonly string _typeName;

    private Hdf5Dataset(Hdf5File file, string path, long[] shape, ElementType? elementType, string typeName) : base(file, path)
    {
        Shape = shape;
        _elementType = elementType;
        _typeName = typeName;
    }

    /// <summary>Global shape, slowest axis first; empty for a single value.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Number of axes.</summary>
    public int NDim => Shape.Count;

    /// <summary>Type of its elements.</summary>
    /// <exception cref="NotSupportedException">It is none that arrays have.</exception>
    public ElementType ElementType => _elementType ?? throw new NotSupportedException($"{Path} in {File.Name} holds {_typeName}, which is no element type of arrays.");

    /// <summary>Reads what a dataset is; the caller has made sure that it is there.</summary>
    internal static Hdf5Dataset Describe(Hdf5File file, string path)
    {
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
        return Describe(file, path, dataset);
    }

    /// <summary>Reads what an open dataset is.</summary>
    internal static unsafe Hdf5Dataset Describe(Hdf5File file, string path, Hdf5Id dataset)
    {
        using Hdf5Id space = Hdf5Library.Id(H5D.get_space(dataset), $"read the shape of {path}");
        using Hdf5Id type = Hdf5Library.Id(H5D.get_type(dataset), $"read the type of {path}");
        var shape = new ulong[Hdf5Library.Check(H5S.get_simple_extent_ndims(space), $"read the shape of {path}")];
        fixed (ulong* extents = shape)
            Hdf5Library.Check(H5S.get_simple_extent_dims(space, extents, null), $"read the shape of {path}");
        ElementType? elementType = Hdf5Datatype.Identify(type, out string name);
        return new Hdf5Dataset(file, path, Array.ConvertAll(shape, extent => (long)extent), elementType, name);
    }

    /// <summary>Returns where the dataset can be read as <paramref name="elementType"/> of <paramref name="shape"/>.</summary>
    /// <exception cref="Hdf5Exception">It cannot.</exception>
    internal void Expect(ElementType elementType, ReadOnlySpan<long> shape)
    {
        if (_elementType != elementType)
            throw new Hdf5Exception($"{Path} in {File.Name} holds {_typeName}, and {ElementTypes.NameOf(elementType)} was asked for. Read it as what it is, and convert.");
        if (!Shape.SequenceEqual(shape.ToArray()))
            throw new Hdf5Exception($"{Path} in {File.Name} has shape ({string.Join(", ", Shape)}), and ({string.Join(", ", shape.ToArray())}) was asked for.");
    }
}
