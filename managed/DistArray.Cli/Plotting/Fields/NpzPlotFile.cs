using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An archive of NumPy; its arrays are read as a whole, since their checksum is over all of them and compressed ones cannot be begun in the middle.</summary>
internal sealed class NpzPlotFile(string path) : PlotFile(path)
{
    private readonly NpzFile _file = NpzFile.Open(path, new SelfCommunicator());

    public override IReadOnlyList<string> Names => [.. _file.Names];

    public override void Dispose() => _file.Dispose();

    protected override PlotField Open(string name) => new NpzField(_file, name, _file.ReadHeader(name));

    private sealed class NpzField(NpzFile file, string name, NpyHeader header) : ArrayField(name, header.ElementType, header.Shape.ToArray(), header.FileOrder)
    {
        protected override DistArray<T> Whole<T>(Distribution distribution) => file.Read<T>(Name, distribution);
    }
}
