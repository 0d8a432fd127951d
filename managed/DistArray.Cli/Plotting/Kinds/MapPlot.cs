using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Numbers;
using DistArray.Cli.Plotting.Pictures;

namespace DistArray.Cli.Plotting.Kinds;

/// <summary>Maps, and slices.</summary>
internal static class MapPlot
{
    public static PlotReport Draw(PlotOptions options, PlotKind kind, PlotField field)
    {
        int needed = kind == PlotKind.Map ? 2 : 3;
        if (field.NDim != needed)
            throw new UsageException($"plot: a {kind.ToString().ToLowerInvariant()} is of an array with {needed} axes, and {field.Name} has {field.NDim}. {(field.NDim is 2 or 3 ? $"Use --kind {(field.NDim == 2 ? "map" : "slice")}." : "Use --kind profile.")}");
        (FieldAxis Axis, long Index)? normal = null;
        int number = 0;
        if (kind == PlotKind.Slice)
        {
            FieldAxis across = field.Axes[number = options.Axis(field, "z")];
            normal = (across, options.Index(across));
        }
        FieldPlane plane = FieldPlane.Of(field, normal is { } cut ? (number, cut.Index) : null);
        if (options.IsTransposed) plane = plane.Transpose();

        double[] values = [.. plane.Values];
        long gaps = PlotText.ToScale(values, options.IsLog);
        if (gaps == values.Length) throw new InvalidDataException($"{field.Name} in {options.File} has no value to draw:{PlotText.Gaps(gaps, values.Length, options.IsLog)}");
        ColorScale scale = ColorScale.Of(values, options.Colormap, options.ValueLimits, options.IsLog);
        (double? least, double? most) = Range(values, options.IsLog);
        string title = PlotText.Title([field], normal is { } at ? $", {at.Axis.Name} = {PlotReport.Number(at.Axis.At(at.Index))}" : "");
        string caption = PlotText.Source(options.File, field)
            + (normal is { Axis.Spacing: not null } place ? $" Index {place.Index} of axis {place.Axis.Number}." : "")
            + (least is null ? "" : $" Values {PlotReport.Number(least.Value)} to {PlotReport.Number(most!.Value)}.")
            + (plane.Step > 1 ? $" {Steps(plane)} is shown." : "")
            + PlotText.Gaps(gaps, values.Length, options.IsLog, " (gray)")
            + (MapPicture.IsToScale(plane) ? "" : " Axes not to scale.");
        MapPicture.Save(options.Output, plane, values, scale, title, field.Label, caption, options.PictureSize);
        return new PlotReport
        {
            Output = options.Output,
            Kind = kind,
            File = options.File,
            Names = [field.Name],
            Type = ElementTypes.NameOf(field.ElementType),
            Shape = PlotText.Shape(field),
            Axis = normal?.Axis.Name,
            Index = normal?.Index,
            Step = plane.Step,
            Least = least,
            Most = most,
            Gaps = gaps,
        };
    }

    private static string Steps(FieldPlane plane)
    {
        long across = plane.Horizontal.Part.Step, up = plane.Vertical.Part.Step;
        string text = across == up ? $"{PlotReport.Every(across)} point along both axes"
            : string.Join(" and ", new[] { plane.Horizontal, plane.Vertical }.Where(along => along.Part.Step > 1).Select(along => $"{PlotReport.Every(along.Part.Step)} point along {along.Axis.Name}"));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static (double? Least, double? Most) Range(double[] values, bool isLog)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0) return (null, null);
        (double least, double most) = (finite.Min(), finite.Max());
        return isLog ? (Math.Pow(10, least), Math.Pow(10, most)) : (least, most);
    }
}
