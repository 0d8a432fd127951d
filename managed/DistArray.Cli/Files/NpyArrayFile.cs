using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>A .npy file.</summary>
internal sealed class NpyArrayFile : ArrayFile
{
    public NpyArrayFile(string path) : base(path, FileFormat.Npy)
    {
        Header = NpyFile.ReadHeader(path);
        Arrays = [new StoredArray("", Header.ElementType, Header.Shape.ToArray(), Header.FileOrder)];
    }

    /// <summary>What it says of itself.</summary>
    public NpyHeader Header { get; }

    public override IReadOnlyList<StoredArray> Arrays { get; }

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) => NpyFile.Read(Path, destination, part);

    public override void Dispose()
    {
    }
}
