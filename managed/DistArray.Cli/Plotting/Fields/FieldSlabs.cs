namespace DistArray.Cli.Plotting.Fields;

/// <summary>A field in pieces that fit into memory, in the order of the file.</summary>
internal static class FieldSlabs
{
    private const long MostElements = 1 << 22;

    public static IEnumerable<AxisPart[]> Of(PlotField field)
    {
        if (field.Size == 0) yield break;
        int cut = 0;
        while (cut + 1 < field.NDim && Behind(cut) > MostElements) cut++;
        long rows = Math.Max(1, MostElements / Behind(cut));
        var at = new long[cut + 1];
        while (at[0] < field.Axes[0].Size)
        {
            yield return
            [
                .. at[..cut].Select(AxisPart.One),
                new AxisPart(at[cut], 1, (int)Math.Min(rows, field.Axes[cut].Size - at[cut])),
                .. field.Axes.Skip(cut + 1).Select(axis => axis.Whole()),
            ];
            at[cut] += rows;
            for (int axis = cut; axis > 0 && at[axis] >= field.Axes[axis].Size; axis--)
            {
                at[axis] = 0;
                at[axis - 1]++;
            }
        }

        long Behind(int axis) => field.Axes.Skip(axis + 1).Aggregate(1L, (product, other) => product * other.Size);
    }
}
