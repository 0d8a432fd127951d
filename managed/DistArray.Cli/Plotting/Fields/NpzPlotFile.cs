using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An archive of NumPy; its arrays are read as a whole, once: compressed ones cannot be begun in the middle.</summary>
internal sealed class NpzPlotFile(string path) : PlotFile(path)
{
    private readonly NpzFile _file = NpzFile.Open(path, new SelfCommunicator());

    public override IReadOnlyList<string> Names => [.. _file.Names];

    public override void Dispose() => _file.Dispose();

    protected override PlotField Open(string name) => new NpzField(_file, name, _file.ReadHeader(name));

    private sealed class NpzField(NpzFile file, string name, NpyHeader header)
        : PlotField(name, header.ElementType, FieldAxis.Of(header.Shape, header.FileOrder))
    {
        private object? _whole;

        protected override DistArray<T> Part<T>(AxisPart[] parts)
        {
            var whole = (DistArray<T>)(_whole ??= file.Read<T>(Name, new Distribution(new SelfCommunicator(), [.. header.Shape.ToArray().Select(extent => new ReplicatedMap(extent))])));
            return (header.FileOrder == MemoryOrder.ColumnMajor ? whole.Transpose() : whole)[[.. parts.Select(part => part.ToIndex())]];
        }
    }
}
