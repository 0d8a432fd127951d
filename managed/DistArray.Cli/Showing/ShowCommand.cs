using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Showing;

/// <summary><c>distarray show</c>.</summary>
internal sealed class ShowCommand : RankedCommand
{
    private static readonly Operand s_file = new("FILE", "name the file to show");
    private static readonly Operand s_dataset = new("DATASET", "", IsOptional: true, IsFile: false);
    private static readonly Flag s_stats = new("--stats", "minimum, maximum, mean and number of NaN of every array shown; reads all of it");
    private static readonly Flag s_values = new("--values", "the first values of every array shown");

    public override string Name => "show";

    public override string Summary => "shows what is in a file: arrays, shapes, types, distribution, attributes, values";

    public override string Description => """
        Shows what is in a file: HDF5 (checkpoints and series too), .npy, .npz, .dnpy, Fortran's sequential files, and tables. What a file is, its content tells,
        not its name. FILE:DATASET is the same as FILE DATASET; a DATASET may be a group of an HDF5 file.
        """;

    public override IReadOnlyList<Operand> Operands => [s_file, s_dataset];

    public override IReadOnlyList<Option> Options => [s_stats, s_values, RawDescription.Option, RanksOption, DeadlineOption, Common.Json];

    public override string Remarks => """
        Exit status: 1 where the file is damaged or empty.

          distarray show run.h5
          distarray show run.h5 /fields/u --stats -n 4
          distarray show old.dat --raw float64:64x32:F --values
        """;

    protected override void Check(Given given) => FileProbe.FormatOf(NameOf(given).Path);

    protected override int Run(Given given, ICommunicator world, TextWriter output, Progress progress)
    {
        (string path, string? dataset) = NameOf(given);
        using ArrayFile? file = FileProbe.FormatOf(path) == FileFormat.Raw && given.Value(RawDescription.Option) is null && new FileInfo(path).Length > 0 ? null : ArrayFile.Open(path, world, given.Value(RawDescription.Option));
        ShownFile shown = file is null ? new ShownFile(path, "unknown", new FileInfo(path).Length, []) : ShownFiles.Of(file, dataset, world);
        if (file is not null) shown = shown with { Items = [.. shown.Items.Select(item => WithValues(given, file, item, world, progress))] };
        output.WriteLine(given.Has(Common.Json) ? JsonText.Of(shown) : ShownText.Of(shown));
        return ExitStatus.Good;
    }

    private static ShownItem WithValues(Given given, ArrayFile file, ShownItem item, ICommunicator world, Progress progress)
    {
        if (file.Arrays.FirstOrDefault(array => array.Name == item.Path) is not { } array) return item;
        return item with
        {
            Statistics = given.Has(s_stats) ? Statistics.Of(file, array, world, progress) : null,
            Values = given.Has(s_values) ? ShownValues.Of(file, array, world) : null,
        };
    }

    private static FileName NameOf(Given given)
    {
        var name = FileName.Parse(given.Text(s_file));
        return given.TextOrNull(s_dataset) is { } dataset ? new FileName(given.Text(s_file), dataset) : name;
    }
}
