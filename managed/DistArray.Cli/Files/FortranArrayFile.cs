using System.Globalization;
using DistArray.IO;

namespace DistArray.Cli.Files;

/// <summary>A file without header: Fortran's sequential records, or elements alone, which are one record.</summary>
internal sealed class FortranArrayFile : ArrayFile
{
    private readonly RawDescription? _raw;

    public FortranArrayFile(string path, FileFormat format, ICommunicator communicator, RawDescription? raw) : base(path, format)
    {
        _raw = raw;
        File = FortranFile.Open(path, communicator, format == FileFormat.Raw ? FortranFormat.Stream(raw!.ByteOrder) : FormatOf(path));
        Arrays = raw is null ? [] : [.. Records().Where(record => Fits(record, raw)).Select(record => new StoredArray(NameOf(record), raw.Type, raw.Shape, raw.Order))];
        if (Arrays.Count == 0 && raw is not null)
        {
            using (File)
                throw new UsageException($"{path}: {DescriptionOf(raw)} {(raw.Offset > 0 ? $"from byte {raw.Offset} on " : "")}has {raw.Bytes} bytes, and "
                    + (format == FileFormat.Raw ? $"the file has {File.GetRecord(0).Length}." : $"no record has that length; they have {string.Join(", ", Records().Take(20).Select(record => File.GetRecord(record).Length))}."));
        }
    }

    /// <summary>The file.</summary>
    public FortranFile File { get; }

    public override IReadOnlyList<StoredArray> Arrays { get; }

    public override IReadOnlyList<string> Others => _raw is null
        ? [$"{File.RecordCount} records: say with --raw what they hold, such as --raw float64:64x32:F"]
        : [.. Records().Where(record => !Fits(record, _raw)).Select(record => $"record {record} ({File.GetRecord(record).Length} bytes)")];

    public override void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) =>
        File.ReadPart(array.Name.Length == 0 ? 0 : long.Parse(array.Name, CultureInfo.InvariantCulture), array.Shape, destination, part, array.Order, _raw!.Offset > 0 ? _raw.Offset : null);

    public override void Dispose() => File.Dispose();

    protected override string? WhyNone(string? name)
    {
        if (Format == FileFormat.Raw) return null;
        if (name is null && _raw is null) return $"{Path} has {Others[0]}.";
        if (!long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out long record) || record >= File.RecordCount) return null;
        return $"{Path}: record {record} is {File.GetRecord(record).Length} bytes{(_raw is null ? ": say with --raw what it holds, such as --raw float64:64x32:F." : $", and {DescriptionOf(_raw)} has {_raw.Bytes}.")}";
    }

    private IEnumerable<long> Records()
    {
        for (long record = 0; record < File.RecordCount; record++) yield return record;
    }

    private string NameOf(long record) => Format == FileFormat.Raw ? "" : record.ToString(CultureInfo.InvariantCulture);

    private bool Fits(long record, RawDescription raw) =>
        raw.Offset > 0 ? File.GetRecord(record).Length - raw.Offset >= raw.Bytes : File.GetRecord(record).Length == raw.Bytes;

    private static string DescriptionOf(RawDescription raw) => new StoredArray("", raw.Type, raw.Shape, raw.Order).Description;

    private static FortranFormat FormatOf(string path)
    {
        using FileStream file = System.IO.File.OpenRead(path);
        return FileProbe.FortranFormatOf(file)!;
    }
}
