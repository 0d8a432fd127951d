using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>A dataset of an HDF5 file: an array on the disk, of the shape that NumPy sees.</summary>
public sealed partial class Hdf5Dataset : Hdf5Object
{
    private readonly ElementType? _elementType;
    private readonly long[]? _chunks;
    private readonly bool[] _canGrow;
    private readonly bool _isReversed;
    private long[] _stored;

    private Hdf5Dataset(Hdf5File file, string path, long[] stored, bool isNull, ElementType? elementType, string typeName, long[]? chunks, bool[] canGrow, bool isColumnMajor, bool isVirtual, bool isReversed) : base(file, path)
    {
        IsVirtual = isVirtual;
        _stored = stored;
        IsNull = isNull;
        _elementType = elementType;
        TypeName = typeName;
        _chunks = chunks;
        _canGrow = canGrow;
        _isReversed = isReversed;
        IsColumnMajor = isColumnMajor;
    }

    /// <summary>Global shape, slowest axis of the file first unless transposed; empty for a single value, and where <see cref="IsNull"/>.</summary>
    public IReadOnlyList<long> Shape => Seen(_stored);

    /// <summary>Whether it has neither shape nor elements, only a type: h5py.Empty, and HDF5's null dataspace.</summary>
    public bool IsNull { get; }

    /// <summary>Number of axes.</summary>
    public int NDim => _stored.Length;

    /// <summary>Type of its elements.</summary>
    /// <exception cref="NotSupportedException">It is none that arrays have.</exception>
    public ElementType ElementType => _elementType ?? throw new NotSupportedException($"{Path} in {File.Name} holds {TypeName}, which is no element type of arrays.");

    /// <summary>Whether arrays have its type of elements.</summary>
    internal bool HasElementType => _elementType is not null;

    /// <summary>Whether its elements lie in other datasets.</summary>
    internal bool IsVirtual { get; }

    /// <summary>Type of its elements in words, whatever they are: "float64", "compound (x float64, id int32)".</summary>
    public string TypeName { get; }

    /// <summary>Extents of a chunk, or null where it is stored in one piece.</summary>
    public IReadOnlyList<long>? Chunks => _chunks is null ? null : Seen(_chunks);

    /// <summary>Whether it can grow along axis 0.</summary>
    public bool IsExtendable => NDim > 0 && _canGrow[_isReversed ? NDim - 1 : 0];

    /// <summary>Whether it was written with <see cref="Hdf5DatasetOptions.Order"/> column-major, so that the file has its axes in reverse.</summary>
    public bool IsColumnMajor { get; }

    /// <summary>The same dataset with its axes in reverse order, as a Fortran program sees it; nothing is moved.</summary>
    /// <returns>A dataset whose Shape is this one's in reverse.</returns>
    /// <remarks>Local.</remarks>
    public Hdf5Dataset Transpose() => new(File, Path, _stored, IsNull, _elementType, TypeName, _chunks, _canGrow, IsColumnMajor, IsVirtual, !_isReversed);

    private MemoryOrder Order => _isReversed ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor;

    /// <summary>Reads what a dataset is; the caller has made sure that it is there.</summary>
    internal static Hdf5Dataset Describe(Hdf5File file, string path)
    {
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(file.Id, path, H5P.DEFAULT), $"open the dataset {path}");
        return Describe(file, path, dataset);
    }

    /// <summary>Reads what an open dataset is.</summary>
    internal static unsafe Hdf5Dataset Describe(Hdf5File file, string path, Hdf5Id dataset)
    {
        string action = $"read the shape of {path}";
        using Hdf5Id space = Hdf5Library.Id(H5D.get_space(dataset), action);
        using Hdf5Id type = Hdf5Library.Id(H5D.get_type(dataset), $"read the type of {path}");
        using Hdf5Id creation = Hdf5Library.Id(H5D.get_create_plist(dataset), $"read the layout of {path}");
        int ndim = Hdf5Library.Check(H5S.get_simple_extent_ndims(space), action);
        ulong[] shape = new ulong[ndim], most = new ulong[ndim], chunks = new ulong[ndim];
        fixed (ulong* extents = shape, limits = most)
            Hdf5Library.Check(H5S.get_simple_extent_dims(space, extents, limits), action);
        bool isChunked = ndim > 0 && H5P.get_layout(creation) == H5D.layout_t.CHUNKED;
        fixed (ulong* extents = chunks)
            _ = isChunked ? Hdf5Library.Check(H5P.get_chunk(creation, ndim, extents), $"read the layout of {path}") : 0;
        ElementType? elementType = Hdf5Datatype.Identify(type, out string name);
        bool isColumnMajor = Hdf5Library.Check(H5A.exists(dataset, Hdf5Creation.OrderName), $"read the attributes of {path}") > 0;
        return new Hdf5Dataset(file, path, Array.ConvertAll(shape, extent => checked((long)extent)), ndim == 0 && H5S.get_simple_extent_npoints(space) == 0, elementType, name,
            isChunked ? Array.ConvertAll(chunks, extent => (long)extent) : null, Array.ConvertAll(most, limit => limit == ulong.MaxValue), isColumnMajor,
            H5P.get_layout(creation) == H5D.layout_t.VIRTUAL, isReversed: false);
    }

    /// <summary>Returns where the elements are of that type.</summary>
    /// <exception cref="Hdf5Exception">They are not.</exception>
    internal void ExpectType(ElementType elementType)
    {
        if (_elementType != elementType)
            throw new Hdf5Exception($"{Path} in {File.Name} holds {TypeName}, and {ElementTypes.NameOf(elementType)} was asked for. Read it as what it is, and convert.");
    }

    /// <summary>Returns where what was selected has the shape of the array.</summary>
    /// <exception cref="Hdf5Exception">It has not.</exception>
    internal void ExpectShape(long[] selected, ReadOnlySpan<long> shape)
    {
        if (selected.AsSpan().SequenceEqual(shape))
            return;
        string part = Shape.SequenceEqual(selected) ? "" : $", of which ({string.Join(", ", selected)}) are selected";
        throw new Hdf5Exception($"{Path} in {File.Name} has shape ({string.Join(", ", Shape)}){part}, and ({string.Join(", ", shape.ToArray())}) was asked for.");
    }

    /// <summary>The part that indices describe.</summary>
    internal Hdf5Selection Select(AxisIndex[] indices) => Hdf5Selection.Of(indices, [.. Shape], Order);

    /// <summary>The part that indices describe, where the file has the axes as the array has them.</summary>
    /// <exception cref="Hdf5Exception">It has them in reverse.</exception>
    internal Hdf5Selection SelectAsStored(AxisIndex[] indices) => !IsColumnMajor
        ? Select(indices)
        : throw new Hdf5Exception($"{Path} in {File.Name} was written column-major: the file has the axes of the array in reverse, ({string.Join(", ", Shape)}). "
            + $"Read OpenDataset(\"{Path}\").Transpose() for the array, or OpenDataset(\"{Path}\") for what the file has.");

    private long[] Seen(long[] stored) => _isReversed ? [.. stored.Reverse()] : stored;
}
