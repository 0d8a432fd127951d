using System.Globalization;
using System.Text;

namespace DistArray.Cli.Layouts;

/// <summary>A layout as a table of ranks, and as a map of characters.</summary>
internal static class LayoutText
{
    private const int MostRuns = 6, MostRows = 40, MostColumns = 96;

    public static string Of(ArrayLayout layout)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"({string.Join(", ", layout.Shape)}) distributed as {layout.Codes} over {layout.Ranks.Length} ranks");
        if (layout.NDim > 1) text.Append($", process grid {string.Join(" x ", layout.Grid)}");
        if (layout.Halo.Any(width => width > 0)) text.Append($", halo {string.Join(", ", layout.Halo)}");
        if (layout.Periodic.Contains(true)) text.Append($", periodic along axis {string.Join(", ", Enumerable.Range(0, layout.NDim).Where(axis => layout.Periodic[axis]))}");
        text.Append("\n\n");
        AppendTable(text, layout);
        text.Append('\n');
        if (layout.IsReplicated) text.Append("Every rank has all elements.\n");
        else text.Append(CultureInfo.InvariantCulture, $"Most {layout.Most}, least {layout.Least}, mean {layout.Mean:0.##} elements: imbalance {layout.Imbalance:0.00} (most over mean).\n");
        if (layout.NDim is 1 or 2 && !layout.IsReplicated && layout.Most > 0) AppendMap(text, layout);
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendTable(StringBuilder text, ArrayLayout layout)
    {
        bool hasGhosts = layout.Ranks.Any(part => part.Ghosts > 0);
        var rows = new List<string[]> { (string[])["rank", "place", .. Enumerable.Range(0, layout.NDim).Select(axis => $"axis {axis}"), "elements", .. hasGhosts ? ["ghosts"] : Array.Empty<string>()] };
        foreach (RankPart part in layout.Ranks)
            rows.Add([part.Rank.ToString(CultureInfo.InvariantCulture), $"({string.Join(", ", part.Place)})", .. part.Runs.Select(Ranges), part.Elements.ToString(CultureInfo.InvariantCulture),
                .. hasGhosts ? [part.Ghosts.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()]);
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
            text.Append(string.Join("  ", row.Select((cell, column) => column == 0 || column > layout.NDim + 1 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd()).Append('\n');
    }

    private static string Ranges(IndexRange[] runs)
    {
        if (runs.Length == 0) return "-";
        string text = string.Join(" ", runs.Take(MostRuns).Select(run => run.Length == 1 ? run.Start.ToString(CultureInfo.InvariantCulture) : run.ToString()));
        return runs.Length > MostRuns ? $"{text} … ({runs.Length} ranges)" : text;
    }

    // Axis 0 goes down and axis 1 to the right, as NumPy prints.
    private static void AppendMap(StringBuilder text, ArrayLayout layout)
    {
        long columns = layout.Shape[^1], rows = layout.NDim == 2 ? layout.Shape[0] : 1;
        int width = (layout.Ranks.Length - 1).ToString(CultureInfo.InvariantCulture).Length + 1;
        long stepX = Step(columns, MostColumns / width), stepY = Step(rows, MostRows);
        text.Append('\n');
        for (long row = 0; row < rows; row += stepY)
        {
            for (long column = 0; column < columns; column += stepX)
            {
                int across = layout.PartOf(layout.NDim - 1, column);
                int rank = layout.RankAt(layout.NDim == 2 ? [layout.PartOf(0, row), across] : [across]);
                text.Append(rank.ToString(CultureInfo.InvariantCulture).PadLeft(width));
            }
            text.Append('\n');
        }
        if (stepX > 1 || stepY > 1) text.Append(CultureInfo.InvariantCulture, $"\n(a number for {stepY} x {stepX} elements: the owner of the first of them)\n");
    }

    private static long Step(long size, int most) => Math.Max(1, (size + most - 1) / most);
}
