using DistArray.Cli.Plotting.Fields;

namespace DistArray.Cli.Plotting.Numbers;

/// <summary>The mean over all axes of a field but one, with the least and the largest value, along that axis. Values that are not finite are left out, and counted.</summary>
internal sealed class FieldProfile
{
    private const int MostBins = 4000;

    private FieldProfile(FieldAxis axis, int binSize, double[] positions, double[] mean, double[] least, double[] most, long gaps)
    {
        Axis = axis;
        BinSize = binSize;
        Positions = positions;
        Mean = mean;
        Least = least;
        Most = most;
        Gaps = gaps;
    }

    public FieldAxis Axis { get; }

    /// <summary>Indices of the axis that each value is of: 1, but for very long axes.</summary>
    public int BinSize { get; }

    public double[] Positions { get; }

    /// <summary>Means; NaN where no value is finite, as the other two.</summary>
    public double[] Mean { get; }

    public double[] Least { get; }

    public double[] Most { get; }

    /// <summary>How many values are not finite.</summary>
    public long Gaps { get; }

    /// <summary>Reads all of the field, a slab after another.</summary>
    /// <param name="field">The field.</param>
    /// <param name="axis">The axis that stays, slowest first.</param>
    public static FieldProfile Of(FileField field, int axis)
    {
        FieldAxis along = field.Axes[axis];
        int binSize = (int)Math.Max(1, (along.Size + MostBins - 1) / MostBins), bins = (int)((along.Size + binSize - 1) / binSize);
        double[] mean = new double[bins], least = new double[bins], most = new double[bins];
        var counts = new long[bins];
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        long gaps = 0;
        foreach (AxisPart[] slab in field.Slabs())
        {
            double[] values = field.Read(slab);
            int stride = slab[(axis + 1)..].Aggregate(1, (product, part) => product * part.Count);
            for (int i = 0; i < values.Length; i++)
            {
                double value = values[i];
                if (!double.IsFinite(value))
                {
                    gaps++;
                    continue;
                }
                int bin = (int)((slab[axis].Start + (i / stride % slab[axis].Count)) / binSize);
                counts[bin]++;
                mean[bin] += (value - mean[bin]) / counts[bin];
                least[bin] = Math.Min(least[bin], value);
                most[bin] = Math.Max(most[bin], value);
            }
        }
        for (int bin = 0; bin < bins; bin++)
            if (counts[bin] == 0) mean[bin] = least[bin] = most[bin] = double.NaN;
        double[] positions = [.. Enumerable.Range(0, bins).Select(bin => along.At(((bin * (double)binSize) + Math.Min((bin + 1.0) * binSize, along.Size) - 1) / 2))];
        return new FieldProfile(along, binSize, positions, mean, least, most, gaps);
    }
}
