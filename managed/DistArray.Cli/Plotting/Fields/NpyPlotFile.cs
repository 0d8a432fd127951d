using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>A file of NumPy, of which parts are read.</summary>
internal sealed class NpyPlotFile(string path) : PlotFile(path)
{
    public override IReadOnlyList<string> Names { get; } = [System.IO.Path.GetFileNameWithoutExtension(path)];

    public override void Dispose()
    {
        // Every part opens the file for itself.
    }

    protected override PlotField Open(string name) => new NpyField(Path, name, NpyFile.ReadHeader(Path));

    private sealed class NpyField(string path, string name, NpyHeader header)
        : PlotField(name, header.ElementType, FieldAxis.Of(header.Shape, header.FileOrder))
    {
        protected override DistArray<T> Part<T>(AxisPart[] parts)
        {
            bool isReversed = header.FileOrder == MemoryOrder.ColumnMajor;
            AxisPart[] own = isReversed ? [.. parts.Reverse()] : parts;
            DistArray<T> part = NpyFile.Read<T>(path, new Distribution(new SelfCommunicator(), [.. own.Select(one => new ReplicatedMap(one.Count))]), [.. own.Select(one => one.ToIndex())]);
            return isReversed ? part.Transpose() : part;
        }
    }
}
