using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>An HDF5 file.</summary>
internal sealed class Hdf5ArrayFile : ArrayFile
{
    private readonly Dictionary<string, Hdf5Dataset> _datasets = [];
    private readonly List<StoredArray> _arrays = [], _linked = [];
    private readonly List<Hdf5Group> _groups = [];
    private readonly List<(string Path, Hdf5Entry Entry)> _links = [];
    private readonly List<string> _noArrays = [];

    public Hdf5ArrayFile(string path, ICommunicator communicator) : this(path, Hdf5File.Open(path, communicator))
    {
    }

    /// <summary>Takes over an open file.</summary>
    public Hdf5ArrayFile(string path, Hdf5File file) : base(path, FileFormat.Hdf5)
    {
        File = file;
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

    /// <summary>What the library notes of its datasets in attributes, and writes anew.</summary>
    public static IReadOnlyList<string> OwnAttributes { get; } = ["axis_order", "distribution"];

    /// <summary>The file.</summary>
    public Hdf5File File { get; }

    public override IReadOnlyList<StoredArray> Arrays => _arrays;

    /// <summary>Its groups, each behind the one that it is in.</summary>
    public IReadOnlyList<Hdf5Group> Groups => _groups;

    /// <summary>Its links, of hard ones those alone that lead back to a group around them.</summary>
    public IReadOnlyList<(string Path, Hdf5Entry Entry)> Links => _links;

    /// <summary>Datasets of which no array can be made, and named types, in words.</summary>
    public IReadOnlyList<string> NoArrays => _noArrays;

    /// <inheritdoc/>
    /// <remarks><b>Collective</b>, since attributes are asked for.</remarks>
    public override IReadOnlyList<string> Others =>
    [
        .. _noArrays,
        .. _links.Select(link => LinkText(link.Path)),
        .. _groups.SelectMany(group => group.Attributes.GetNames().Select(name => AttributeText(group, name))),
        .. _arrays.Select(DatasetOf).SelectMany(dataset => dataset.Attributes.GetNames().Except(OwnAttributes).Select(name => AttributeText(dataset, name))),
    ];

    /// <summary>Whether it is a checkpoint.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsCheckpoint => HasGroup("/checkpoint") && File.OpenGroup("checkpoint").Attributes.Contains("header");

    /// <summary>Whether it is the index of a series.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsSeries => File.Contains("steps") && File.Contains("times") && File.Contains("files") && HasGroup("/fields");

    protected override IReadOnlyList<StoredArray> Linked => _linked;

    /// <summary>A link, as what is left out tells it.</summary>
    public static string LinkText(string path) => $"{path} (link)";

    /// <summary>An attribute, as what is left out tells it.</summary>
    public static string AttributeText(Hdf5Object owner, string name) => $"{owner.Path}@{name} (attribute)";

    /// <summary>Whether a text can name something in an HDF5 file: names with single slashes between.</summary>
    public static bool IsName(string text) => text.TrimStart('/').Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>Whether there is such a group, whatever links lead there.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public bool HasGroup(string path)
    {
        if (path == "/") return true;
        if (!File.Contains(path)) return false;
        int at = path.LastIndexOf('/');
        Hdf5Group above = at == 0 ? File : File.OpenGroup(path[..at]);
        return above.GetEntries().Any(entry => entry.Name == path[(at + 1)..] && entry.Kind == Hdf5ObjectKind.Group);
    }

    /// <summary>The dataset of an array, its axes in the array's order.</summary>
    public Hdf5Dataset DatasetOf(StoredArray array) => _datasets[array.Name];

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) => DatasetOf(array).Read(destination, part);

    public override void Dispose() => File.Dispose();

    private void Collect(Hdf5Group group)
    {
        _groups.Add(group);
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            string path = $"{group.Path.TrimEnd('/')}/{entry.Name}";
            bool isLink = entry.Link != Hdf5LinkKind.Hard || entry.Above is not null;
            if (isLink) _links.Add((path, entry));
            if (entry.Dataset is { IsNull: false } dataset && ElementTypes.All.Any(type => ElementTypes.NameOf(type) == dataset.TypeName)) Add(dataset, isLink ? _linked : _arrays);
            else if (isLink) continue;
            else if (entry.Kind == Hdf5ObjectKind.Group) Collect(group.OpenGroup(entry.Name));
            else _noArrays.Add($"{path} ({entry.Dataset?.TypeName ?? "named type"}{(entry.Dataset is { IsNull: true } ? ", null" : "")})");
        }
    }

    private void Add(Hdf5Dataset stored, List<StoredArray> arrays)
    {
        Hdf5Dataset dataset = stored.IsColumnMajor ? stored.Transpose() : stored;
        _datasets.Add(dataset.Path, dataset);
        arrays.Add(new StoredArray(dataset.Path, dataset.ElementType, [.. dataset.Shape], stored.IsColumnMajor ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor));
    }
}
