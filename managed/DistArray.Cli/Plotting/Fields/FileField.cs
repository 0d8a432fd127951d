using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An array of a file that this process alone has open.</summary>
internal sealed class FileField : PlotField
{
    private readonly ArrayFile _file;
    private readonly StoredArray _array;

    private FileField(ArrayFile file, StoredArray array, (double[], double[])? grid)
        : base(array.Name.Length > 0 ? array.Name.Trim('/') : Path.GetFileNameWithoutExtension(file.Path), array.Type,
            FieldAxis.Of(SlowestFirst(array, array.Shape), array.Order == MemoryOrder.ColumnMajor, grid)) => (_file, _array) = (file, array);

    /// <summary>An array of a file, with what the file tells of where and when it is.</summary>
    public static FileField Of(ArrayFile file, StoredArray array, Hdf5Grid? grid)
    {
        if (file is not Hdf5ArrayFile hdf5) return new FileField(file, array, null);
        Hdf5Attributes attributes = hdf5.DatasetOf(array).Attributes;
        return new FileField(file, array, grid?.Of(attributes, SlowestFirst(array, array.Shape)))
        {
            Unit = Hdf5Numbers.Text(attributes, "units") ?? Hdf5Numbers.Text(attributes, "unit"),
            Time = Hdf5Numbers.Of(hdf5.File.Attributes, "time") is [var time] ? time : null,
        };
    }

    /// <summary>All of it in pieces that fit into memory, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">Its checksum is wrong.</exception>
    public IEnumerable<AxisPart[]> Slabs()
    {
        if (!_array.IsReadWhole) _file.Verify(_array);
        return Parts.Of(_array, _array.Order, 2 * sizeof(double), 1)
            .Select(box => SlowestFirst(_array, [.. box.First.Zip(box.Shape, (first, count) => new AxisPart(first, 1, checked((int)count)))]));
    }

    protected override DistArray<T> Part<T>(AxisPart[] parts)
    {
        AxisPart[] own = SlowestFirst(_array, parts);
        DistArray<T> part = Np.Empty<T>(new Distribution(new SelfCommunicator(), [.. own.Select(one => new ReplicatedMap(one.Count))]));
        // Files compare the checksum of what is read as a whole.
        bool isWhole = own.Select(one => (long)one.Count).SequenceEqual(_array.Shape);
        _file.Read(_array, part, isWhole ? [] : [.. own.Select(one => one.ToIndex())]);
        return _array.Order == MemoryOrder.ColumnMajor ? part.Transpose() : part;
    }

    // From the order that the file calls its axes in, and back.
    private static T[] SlowestFirst<T>(StoredArray array, T[] axes) => array.Order == MemoryOrder.ColumnMajor ? [.. axes.Reverse()] : axes;
}
