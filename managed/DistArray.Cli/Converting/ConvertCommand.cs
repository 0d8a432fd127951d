using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Converting;

/// <summary><c>distarray convert</c>.</summary>
internal sealed class ConvertCommand : RankedCommand
{
    private static readonly Operand s_source = new("FROM[:ARRAY]", "name the file to convert, and the one to write");
    private static readonly Operand s_target = new("TO[:ARRAY]", "name the file to write");
    private static readonly ChoiceOption s_type = new("--dtype", "TYPE", "converts the elements, as NumPy's astype does (default: as they are)", null, [.. ElementTypes.All.Select(ElementTypes.NameOf)]);
    private static readonly ChoiceOption s_order = new("--order", "C|F", "order of the elements in the file (default: as in the source)", null, "C", "F");
    private static readonly ChoiceOption s_format = new("--to", "FORMAT", "format of the file to write (default: by its ending)", null, [.. TargetFormats.Names]);
    private static readonly Flag s_force = new("--force", "replaces a file that is there");

    public override string Name => "convert";

    public override string Summary => "converts between all file formats, in parallel and with bounded memory";

    public override string Description => $"""
        Converts arrays from one file format to another: HDF5, .npy, .npz, .dnpy, Fortran's sequential files, raw, tables. What FROM is, its content tells; what TO is, its ending:
        {TargetFormats.Help}
        Without ARRAY all arrays are taken, where TO can hold several. From HDF5 to HDF5 groups, links and attributes go along. What else no array is made of (texts,
        structures, null datasets; in other formats links and attributes) is left out and told.

        Each rank holds two parts of {Parts.BytesPerRank >> 20} MB at a time; .dnpy and compressed .npz are read, and .dnpy and tables written, an array at a time.
        TO is written beside its name and renamed when it is complete.
        """;

    public override IReadOnlyList<Operand> Operands => [s_source, s_target];

    public override IReadOnlyList<Option> Options => [s_type, s_order, s_format, RawDescription.Option, s_force, RanksOption, DeadlineOption, Common.Json];

    public override string Remarks => """
        Exit status: 1 where FROM is damaged or empty, 70 where TO cannot be written.

          distarray convert run.h5 run.npz
          distarray convert run.h5:/fields/u u.npy --dtype float32 --order F -n 4
          distarray convert old.dat:1 run.h5:/u --raw float64:64x32:F
        """;

    protected override void Check(Given given)
    {
        FileName source = FileName.Parse(given.Text(s_source)), target = FileName.Parse(given.Text(s_target));
        FileProbe.FormatOf(source.Path);
        if (Directory.Exists(target.Path)) throw new UsageException($"convert: {target.Path} is a folder. Name a file in it.");
        FileFormat format = TargetFormats.Of(target.Path, given.Value(s_format));
        string path = PathOf(target, format, rank: 0);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new UsageException($"convert: {path}: there is no folder {folder}. Make it first.");
        if (Path.GetFullPath(source.Path) == Path.GetFullPath(path)) throw new UsageException($"convert: {path} would be read and written at once. Name another file.");
        if (File.Exists(path) && !given.Has(s_force)) throw new UsageException($"convert: {path} is there already. --force replaces it.");
    }

    protected override void ClearUp(Given given)
    {
        FileName target = FileName.Parse(given.Text(s_target));
        FileFormat format = TargetFormats.Of(target.Path, given.Value(s_format));
        try
        {
            for (int rank = 0; rank < given.Value(RanksOption); rank++) File.Delete($"{PathOf(target, format, rank)}.partial");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What ended the work is told, and not this.
        }
    }

    protected override int Run(Given given, ICommunicator world, TextWriter output, Progress progress)
    {
        FileName from = FileName.Parse(given.Text(s_source)), to = FileName.Parse(given.Text(s_target));
        FileFormat format = TargetFormats.Of(to.Path, given.Value(s_format));
        using ArrayFile source = ArrayFile.Open(from.Path, world, given.Value(RawDescription.Option));
        StoredArray[] arrays = from.Array is { } name ? [source.Find(name)] : [.. source.Arrays];
        Conversion[] conversions = [.. arrays.Select(array => new Conversion(array, NameIn(format, array, to.Array),
            given.Value(s_type) is { } type ? ElementTypes.All.First(known => ElementTypes.NameOf(known) == type) : array.Type,
            given.Value(s_order) is { } order ? order == "F" ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor : array.Order))];
        Expect(source, format, to, conversions);
        var copier = new ArrayCopier(source, world, progress, conversions);
        copier.Verify();
        Hdf5Extras? extras = format == FileFormat.Hdf5 && source is Hdf5ArrayFile hdf5 ? new Hdf5Extras(hdf5, isWhole: from.Array is null) : null;
        TargetFile.Write(format, format == FileFormat.Dnpy ? TargetFormats.DnpyPrefix(to.Path) : to.Path, copier, conversions, extras);
        IReadOnlyList<string> left = extras?.Left ?? (from.Array is null ? source.Others : []);
        if (given.Has(Common.Json))
        {
            output.WriteLine(JsonText.Of(new
            {
                from = from.Path,
                to = to.Path,
                format,
                arrays = conversions.Select(one => new { from = one.Source.Name, to = one.Name, type = ElementTypes.NameOf(one.Type), shape = one.Source.Shape, order = one.Order }),
                leftOut = left,
            }));
            return ExitStatus.Good;
        }
        foreach (Conversion one in conversions) output.WriteLine(one.Text(from.Path, to.Path));
        if (left.Count > 0) output.WriteLine($"left out: {string.Join(", ", left.Take(10))}{(left.Count > 10 ? $" and {left.Count - 10} more" : "")}");
        return ExitStatus.Good;
    }

    private static string PathOf(FileName target, FileFormat format, int rank) => format == FileFormat.Dnpy ? $"{TargetFormats.DnpyPrefix(target.Path)}_{rank}.dnpy" : target.Path;

    private static bool IsComplex(ElementType type) => type is ElementType.Complex64 or ElementType.Complex128;

    private static string NameIn(FileFormat format, StoredArray array, string? wanted)
    {
        if (format is FileFormat.Npy or FileFormat.Raw or FileFormat.Dnpy or FileFormat.Fortran) return "";
        string name = wanted ?? (array.Name.Length == 0 ? "data" : array.Name);
        // Only HDF5 has a root.
        return format == FileFormat.Hdf5 ? name : name.Trim('/');
    }

    private static void Expect(ArrayFile source, FileFormat format, FileName to, Conversion[] conversions)
    {
        string names = string.Join(", ", source.Arrays.Select(array => array.Name).Take(20));
        if (conversions.Length == 0) throw new UsageException($"convert: {source.Path} has no arrays{(source.Others.Count > 0 ? $", but {string.Join(", ", source.Others.Take(10))}" : "")}.");
        if (conversions.Length > 1 && to.Array is not null) throw new UsageException($"convert: one name, {to.Array}, is given for {conversions.Length} arrays. Choose one of them, such as {source.Path}:{conversions[0].Source.Name}; there are {names}.");
        if (conversions.Length > 1 && (format is FileFormat.Npy or FileFormat.Raw or FileFormat.Dnpy))
            throw new UsageException($"convert: {source.Path} has {conversions.Length} arrays, and {to.Path} holds one. Choose one, such as {source.Path}:{conversions[0].Source.Name}; there are {names}.");
        if (to.Array is not null && conversions[0].Name.Length == 0) throw new UsageException($"convert: {to.Path} holds one array without a name. Leave :{to.Array} away.");
        if (format == FileFormat.Hdf5 && conversions.FirstOrDefault(one => !Hdf5ArrayFile.IsName(one.Name)) is { } nameless)
            throw new UsageException($"convert: '{nameless.Name}' is no name in an HDF5 file. Use names with single slashes between, such as {to.Path}:fields/u.");
        if (conversions.FirstOrDefault(one => IsComplex(one.Source.Type) && !IsComplex(one.Type)) is { } real)
            throw new UsageException($"convert: {source.Path}:{real.Source.Name} is complex, and {ElementTypes.NameOf(real.Type)} has no place for imaginary parts. Choose complex64 or complex128.");
        if (format is FileFormat.Text or FileFormat.Csv)
        {
            if (conversions.FirstOrDefault(one => one.Type is ElementType.Int64 or ElementType.UInt64) is { } large)
                throw new UsageException($"convert: {source.Path}:{large.Source.Name} is {large.Source.Description}, and a table holds float64, which rounds beyond 2^53. Say --dtype float64 where that does no harm.");
            Conversion? odd = conversions.FirstOrDefault(one => one.Source.Shape is not [var rows] || rows != conversions[0].Source.Shape[0] || IsComplex(one.Type));
            if (odd is not null) throw new UsageException($"convert: {to.Path} is a table of columns of equal length, and {(odd.Source.Name.Length == 0 ? source.Path : odd.Source.Name)} is {odd.Source.Description}. Choose arrays of one dimension and length.");
        }
    }
}
