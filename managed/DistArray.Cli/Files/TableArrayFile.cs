using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>A text table: an array a column.</summary>
internal sealed class TableArrayFile : ArrayFile
{
    public TableArrayFile(string path, FileFormat format, ICommunicator communicator) : base(path, format)
    {
        Table = TableFile.Read(path, communicator, format == FileFormat.Csv ? TableFormat.Csv : TableFormat.Text);
        Arrays = [.. Table.Columns.Select(column => new StoredArray(column.Name, ElementType.Float64, [Table.RowCount], MemoryOrder.RowMajor))];
    }

    /// <summary>All of it.</summary>
    public Table Table { get; }

    public override IReadOnlyList<StoredArray> Arrays { get; }

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part)
    {
        double[] column = Table[array.Name];
        using DistArray<double> whole = Np.FromFunction<double>(new Distribution(destination.Distribution.Communicator, [column.Length]), index => column[index[0]]);
        using DistArray<double> view = whole[part.ToArray()];
        destination.Assign((DistArray<T>)(object)view);
    }

    public override void Dispose()
    {
    }
}
