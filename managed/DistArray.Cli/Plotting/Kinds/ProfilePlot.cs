using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Numbers;
using DistArray.Cli.Plotting.Pictures;

namespace DistArray.Cli.Plotting.Kinds;

/// <summary>Profiles.</summary>
internal static class ProfilePlot
{
    public static PlotReport Draw(PlotOptions options, FileField[] fields)
    {
        FieldProfile[] profiles = [.. fields.Select(field => FieldProfile.Of(field, options.Axis(field, "x")))];
        FieldAxis axis = profiles[0].Axis;
        if (profiles.Any(profile => profile.Axis.Spacing is null != axis.Spacing is null)) throw new UsageException("plot: one of the arrays has coordinates and another has not. Draw them one by one.");
        CurvePicture.Curve[] curves = [.. fields.Zip(profiles, (field, profile) =>
        {
            bool isBand = field.NDim > 1 || profile.BinSize > 1;
            double[] mean = Scaled(profile.Mean);
            return new CurvePicture.Curve(field.Label, profile.Positions, mean, isBand ? (Scaled(profile.Least), Scaled(profile.Most)) : null);
        })];
        // On a logarithmic scale a mean that is not positive is a gap, too.
        long gaps = profiles.Sum(profile => profile.Gaps), hidden = profiles.Zip(curves, (profile, curve) => curve.Y.Count(double.IsNaN) - profile.Mean.Count(double.IsNaN)).Sum();
        bool isMean = fields.Any(field => field.NDim > 1);
        string caption = $"{string.Join(' ', fields.Select(field => PlotText.Source(options.File, field)).Distinct())}"
            + (isMean ? $" Mean over all axes but {axis.Name}; bands from the least to the largest value." : "")
            + (profiles.Max(profile => profile.BinSize) is > 1 and int bin ? $" A point is the mean of {bin} indices{(isMean ? "" : "; bands from the least to the largest value")}." : "")
            + PlotText.Gaps(gaps, fields.Sum(field => field.Size), isLog: false, " and left out")
            + (hidden == 0 ? "" : $" {hidden} means are not positive, and gaps.");
        CurvePicture.Save(options.Output, curves, PlotText.Title(fields), axis.Label, fields.Length == 1 ? fields[0].Label : "", options.IsLog, options.ValueLimits, caption, options.PictureSize);
        double[] least = [.. profiles.SelectMany(profile => profile.Least).Where(double.IsFinite)], most = [.. profiles.SelectMany(profile => profile.Most).Where(double.IsFinite)];
        return new PlotReport
        {
            Output = options.Output,
            Kind = PlotKind.Profile,
            File = options.File,
            Names = [.. fields.Select(field => field.Name)],
            Type = ElementTypes.NameOf(fields[0].ElementType),
            Shape = PlotText.Shape(fields[0]),
            Axis = axis.Name,
            Least = least.Length == 0 ? null : least.Min(),
            Most = most.Length == 0 ? null : most.Max(),
            Gaps = gaps + hidden,
        };

        double[] Scaled(double[] values)
        {
            double[] scaled = [.. values];
            PlotText.ToScale(scaled, options.IsLog);
            return scaled;
        }
    }
}
