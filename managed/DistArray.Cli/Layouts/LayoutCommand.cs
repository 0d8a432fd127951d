using DistArray.Cli.CommandLine;
using DistArray.Cli.Layouts.Pictures;

namespace DistArray.Cli.Layouts;

/// <summary><c>distarray layout</c>.</summary>
internal sealed class LayoutCommand : Command
{
    public override string Name => "layout";

    public override string Summary => "tells who owns what of a distributed array, as text and as a picture";

    public override string Description => """
        Distributes an array as a program would, by the library itself, and tells what each rank owns: ranges of indices along each axis, numbers of
        elements and ghosts, and how uneven that is. Axis 0 goes down and axis 1 to the right, as NumPy prints.

        The picture has a row a rank for 1 axis, cells for 2, cubes that are pulled apart for 3; with a halo each rank's own array is drawn, ghosts
        hatched in the colour of the rank that owns them, and white where they belong to no rank (boundary cells).
        """;

    public override IReadOnlyList<Option> Options => LayoutOptions.Options;

    public override string Remarks => """
        Examples:
          distarray layout --shape 10,8 --dist bc -n 6 --grid 2,3
          distarray layout --shape 12,12 --dist bb -n 4 --halo 1 --boundary periodic -o halo.png
          distarray layout --shape 20 --dist b -n 3 --bounds 0=0,3,11,20
          distarray layout --shape 64,64,64 --dist nbb -n 12 -o pencils.png
        """;

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        var options = new LayoutOptions(given);
        ArrayLayout layout = LayoutBuilder.Build(options);
        if (options.Output is { } path) LayoutPicture.Save(path, layout);
        output.WriteLine(given.Has(Common.Json) ? JsonText.Of(layout) : LayoutText.Of(layout));
        return ExitStatus.Good;
    }
}
