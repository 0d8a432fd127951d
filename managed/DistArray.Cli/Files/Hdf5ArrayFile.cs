using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>An HDF5 file.</summary>
internal sealed class Hdf5ArrayFile : ArrayFile
{
    // What the library notes of its datasets, and writes anew.
    private static readonly string[] s_own = ["axis_order", "distribution"];

    private readonly Dictionary<string, Hdf5Dataset> _datasets = [];
    private readonly List<StoredArray> _arrays = [];
    private readonly List<string> _others = [];
    private readonly List<Hdf5Object> _attributed = [];

    public Hdf5ArrayFile(string path, ICommunicator communicator) : base(path, FileFormat.Hdf5)
    {
        File = Hdf5File.Open(path, communicator);
        try
        {
            Collect(File);
        }
        catch
        {
            File.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public Hdf5File File { get; }

    public override IReadOnlyList<StoredArray> Arrays => _arrays;

    /// <inheritdoc/>
    /// <remarks><b>Collective</b>, since attributes are asked for.</remarks>
    public override IReadOnlyList<string> Others => [.. _others, .. _attributed.SelectMany(owner => owner.Attributes.GetNames().Except(s_own).Select(name => $"{owner.Path}@{name} (attribute)"))];

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) => _datasets[array.Name].Read(destination, part);

    public override void Dispose() => File.Dispose();

    private void Collect(Hdf5Group group)
    {
        _attributed.Add(group);
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            if (entry.Link != Hdf5LinkKind.Hard)
            {
                _others.Add($"{group.Path.TrimEnd('/')}/{entry.Name} (link)");
                continue;
            }
            if (entry.Kind == Hdf5ObjectKind.Group) Collect(group.OpenGroup(entry.Name));
            if (entry.Dataset is not { } stored) continue;
            if (!ElementTypes.All.Any(type => ElementTypes.NameOf(type) == stored.TypeName))
            {
                _others.Add($"{stored.Path} ({stored.TypeName})");
                continue;
            }
            Hdf5Dataset dataset = stored.IsColumnMajor ? stored.Transpose() : stored;
            _attributed.Add(stored);
            _datasets.Add(dataset.Path, dataset);
            _arrays.Add(new StoredArray(dataset.Path, dataset.ElementType, [.. dataset.Shape], stored.IsColumnMajor ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor));
        }
    }
}
