using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>A set of .dnpy files.</summary>
internal sealed class DnpyArrayFile : ArrayFile
{
    public DnpyArrayFile(string prefix) : base(prefix, FileFormat.Dnpy)
    {
        Info = DnpyFile.ReadInfo(prefix);
        Arrays = [new StoredArray("", Info.ElementType, [.. Info.Shape], MemoryOrder.RowMajor, IsReadWhole: true)];
    }

    /// <summary>What the files say of their array.</summary>
    public DnpyInfo Info { get; }

    public override IReadOnlyList<StoredArray> Arrays { get; }

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part)
    {
        if (destination.Shape.SequenceEqual(array.Shape))
        {
            DnpyFile.Read(Path, destination);
            return;
        }
        using DistArray<T> whole = DnpyFile.Read<T>(Path, new Distribution(destination.Distribution.Communicator, array.Shape));
        using DistArray<T> view = whole[part.ToArray()];
        destination.Assign(view);
    }

    public override void Dispose()
    {
    }
}
