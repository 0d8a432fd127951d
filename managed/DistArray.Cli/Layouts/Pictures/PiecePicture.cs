using DistArray.Cli.Plotting.Pictures;
using SkiaSharp;

namespace DistArray.Cli.Layouts.Pictures;

/// <summary>An array of two axes with a halo: each rank's own array by itself, at its place in the process grid.</summary>
internal static class PiecePicture
{
    private const float Side = 720, Left = 24, Top = 52, Gap = 22, Label = 18;

    public static void Save(string path, ArrayLayout layout)
    {
        int[][] owners = [layout.PartsOf(0), layout.PartsOf(1)];
        (RankPart Part, Ghosts.Stored[] Rows, Ghosts.Stored[] Columns)[] pieces = [.. layout.Ranks.Select(part => (part, Ghosts.Along(layout, part, 0, owners[0]), Ghosts.Along(layout, part, 1, owners[1])))];
        int[] heights = [.. Enumerable.Range(0, layout.Grid[0]).Select(place => pieces.Where(piece => piece.Part.Place[0] == place).Max(piece => piece.Rows.Length))];
        int[] widths = [.. Enumerable.Range(0, layout.Grid[1]).Select(place => pieces.Where(piece => piece.Part.Place[1] == place).Max(piece => piece.Columns.Length))];
        float cell = Math.Clamp(Side / Math.Max(heights.Sum(), widths.Sum()), 1, 40);
        float width = Left + widths.Sum(count => (count * cell) + Gap), height = Top + heights.Sum(count => (count * cell) + Gap + Label);
        PngFile.Draw(path, (int)Math.Max(width, 32 + Pen.Measure(LayoutPicture.Title(layout), 16)), (int)height, canvas =>
        {
            using var pen = new Pen(canvas);
            pen.Write(LayoutPicture.Title(layout), new SKPoint(16, 28), 16);
            foreach ((RankPart part, Ghosts.Stored[] rows, Ghosts.Stored[] columns) in pieces)
            {
                if (part.IsEmpty) continue;
                float x = Left + widths[..part.Place[1]].Sum(count => (count * cell) + Gap), y = Top + Label + heights[..part.Place[0]].Sum(count => (count * cell) + Gap + Label);
                pen.Write($"rank {part.Rank}: {string.Join(" ", part.Runs[0])} × {string.Join(" ", part.Runs[1])}", new SKPoint(x, y - 5), Math.Clamp(columns.Length * cell / 13, 7, 12));
                for (int row = 0; row < rows.Length; row++)
                    for (int column = 0; column < columns.Length; column++) DrawCell(pen, layout, rows[row], columns[column], new SKRect(x + (column * cell), y + (row * cell), x + ((column + 1) * cell), y + ((row + 1) * cell)));
            }
        });
    }

    private static void DrawCell(Pen pen, ArrayLayout layout, Ghosts.Stored row, Ghosts.Stored column, SKRect area)
    {
        int rank = row.Part < 0 || column.Part < 0 ? -1 : layout.RankAt([row.Part, column.Part]);
        pen.Fill(area, rank < 0 ? SKColors.White : Pen.ColorOf(rank));
        bool isGhost = row.IsGhost || column.IsGhost;
        if (isGhost) pen.Hatch(area);
        if (area.Width >= 5) pen.Outline(area, 1, isGhost ? SKColors.Gray : SKColors.White);
        if (rank >= 0) pen.Center(rank.ToString(System.Globalization.CultureInfo.InvariantCulture), new SKPoint(area.MidX, area.MidY), 13, area.Width, area.Height);
    }
}
