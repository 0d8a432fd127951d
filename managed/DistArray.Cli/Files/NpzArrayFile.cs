using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>A .npz archive.</summary>
internal sealed class NpzArrayFile : ArrayFile
{
    private readonly NpzFile _file;
    private readonly List<StoredArray> _arrays = [];
    private readonly List<string> _others = [];

    public NpzArrayFile(string path, ICommunicator communicator) : base(path, FileFormat.Npz)
    {
        _file = NpzFile.Open(path, communicator);
        foreach (string name in _file.Names)
        {
            try
            {
                NpyHeader header = _file.ReadHeader(name);
                _arrays.Add(new StoredArray(name, header.ElementType, header.Shape.ToArray(), header.FileOrder, _file.IsCompressed(name)));
            }
            catch (NotSupportedException e)
            {
                _others.Add($"{name} ({e.Message})");
            }
        }
    }

    public override IReadOnlyList<StoredArray> Arrays => _arrays;

    public override IReadOnlyList<string> Others => _others;

    /// <summary>Whether a member is compressed.</summary>
    public bool IsCompressed(StoredArray array) => _file.IsCompressed(array.Name);

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) => _file.Read(array.Name, destination, part);

    public override void Verify(StoredArray array) => _file.Verify(array.Name);

    public override void Dispose() => _file.Dispose();
}
