using DistArray.Cli.Plotting.Pictures;
using SkiaSharp;

namespace DistArray.Cli.Layouts.Pictures;

/// <summary>An array of one axis: a row a rank, with what it stores where it belongs.</summary>
internal static class RowPicture
{
    private const float Width = 900, Left = 86, Right = 30, Top = 74, TextSize = 14;

    public static void Save(string path, ArrayLayout layout)
    {
        int[] owners = layout.PartsOf(0);
        Ghosts.Stored[][] rows = Array.ConvertAll(layout.Ranks, part => Ghosts.Along(layout, part, 0, owners));
        long first = Math.Min(0, rows.Min(row => row.Select(one => one.At).DefaultIfEmpty(0).Min())), last = Math.Max(owners.Length - 1, rows.Max(row => row.Select(one => one.At).DefaultIfEmpty(0).Max()));
        float cell = Math.Min(34, (Width - Left - Right) / (last - first + 1)), rowHeight = rows.Length <= 24 ? 28 : Math.Max(6, 672f / rows.Length);
        int height = (int)(Top + (rows.Length * rowHeight) + 24);
        PngFile.Draw(path, (int)Math.Max(Left + Right + (cell * (last - first + 1)), Left + Pen.Measure(LayoutPicture.Title(layout), 16)), height, canvas =>
        {
            using var pen = new Pen(canvas);
            pen.Write(LayoutPicture.Title(layout), new SKPoint(16, 28), 16);
            DrawIndices(pen, first, last, cell);
            for (int rank = 0; rank < rows.Length; rank++)
            {
                float y = Top + (rank * rowHeight);
                if (rowHeight >= TextSize) pen.Write($"rank {rank}", new SKPoint(16, y + (rowHeight / 2) + 4), TextSize);
                foreach (Ghosts.Stored one in rows[rank])
                {
                    float x = Left + ((one.At - first) * cell);
                    var area = new SKRect(x, y + (rowHeight * 0.1f), x + cell, y + (rowHeight * 0.9f));
                    pen.Fill(area, one.Part < 0 ? SKColors.White : Pen.ColorOf(layout.RankAt([one.Part])));
                    if (one.IsGhost) pen.Hatch(area);
                    if (cell >= 4) pen.Outline(area, 1, SKColors.Gray);
                    if (!one.IsGhost) pen.Center(one.At.ToString(System.Globalization.CultureInfo.InvariantCulture), new SKPoint(area.MidX, area.MidY), 12, cell, rowHeight * 0.8f);
                }
            }
        });
    }

    private static void DrawIndices(Pen pen, long first, long last, float cell)
    {
        long step = 1;
        for (int i = 0; step * cell < 46; i++) step = (i % 3) switch { 0 => 2, 1 => 5, _ => 10 } * (long)Math.Pow(10, i / 3);
        for (long index = (first + step - 1) / step * step; index <= last; index += step)
            pen.Center(index.ToString(System.Globalization.CultureInfo.InvariantCulture), new SKPoint(Left + ((index - first + 0.5f) * cell), Top - 14), 12, 60, 20);
        pen.Write("index", new SKPoint(16, Top - 10), 12);
    }
}
