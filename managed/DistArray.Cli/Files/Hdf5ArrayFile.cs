using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>An HDF5 file.</summary>
internal sealed class Hdf5ArrayFile : ArrayFile
{
    private readonly Dictionary<string, Hdf5Dataset> _datasets = [];
    private readonly List<StoredArray> _arrays = [];
    private readonly List<string> _others = [];

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

    public override IReadOnlyList<string> Others => _others;

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) => _datasets[array.Name].Read(destination, part);

    public override void Dispose() => File.Dispose();

    private void Collect(Hdf5Group group)
    {
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            if (entry.Link != Hdf5LinkKind.Hard) continue;
            if (entry.Kind == Hdf5ObjectKind.Group) Collect(group.OpenGroup(entry.Name));
            if (entry.Dataset is not { } stored) continue;
            if (!ElementTypes.All.Any(type => ElementTypes.NameOf(type) == stored.TypeName))
            {
                _others.Add($"{stored.Path} ({stored.TypeName})");
                continue;
            }
            Hdf5Dataset dataset = stored.IsColumnMajor ? stored.Transpose() : stored;
            _datasets.Add(dataset.Path, dataset);
            _arrays.Add(new StoredArray(dataset.Path, dataset.ElementType, [.. dataset.Shape], stored.IsColumnMajor ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor));
        }
    }
}
