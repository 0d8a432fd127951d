using DistArray.Cli.Plotting.Pictures;
using SkiaSharp;

namespace DistArray.Cli.Layouts.Pictures;

/// <summary>An array of two axes: its cells in the colours of their owners, with the ranks' numbers.</summary>
internal static class CellPicture
{
    private const float Side = 720, Left = 66, Top = 84, Margin = 24;

    public static void Save(string path, ArrayLayout layout)
    {
        float cell = Math.Min(48, Side / Math.Max(layout.Shape[0], layout.Shape[1])), cellX = Math.Max(cell, Math.Min(48, 60f / layout.Shape[1])), cellY = Math.Max(cell, Math.Min(48, 60f / layout.Shape[0]));
        float width = cellX * layout.Shape[1], height = cellY * layout.Shape[0];
        int pictureWidth = (int)Math.Max(Left + width + Margin, 32 + Pen.Measure(LayoutPicture.Title(layout), 16));
        PngFile.Draw(path, pictureWidth, (int)(Top + height + Margin), canvas =>
        {
            using var pen = new Pen(canvas);
            pen.Write(LayoutPicture.Title(layout), new SKPoint(16, 28), 16);
            pen.Write("axis 1 →", new SKPoint(Left, Top - 32), 13);
            canvas.Save();
            canvas.RotateDegrees(90, 14, Top);
            pen.Write("axis 0 →", new SKPoint(14, Top), 13);
            canvas.Restore();
            DrawIndices(pen, layout.Shape[1], cellX, index => new SKPoint(Left + ((index + 0.5f) * cellX), Top - 12));
            DrawIndices(pen, layout.Shape[0], cellY, index => new SKPoint(Left - 20, Top + ((index + 0.5f) * cellY)));
            foreach (RankPart part in layout.Ranks)
            {
                foreach (IndexRange rows in part.Runs[0])
                {
                    foreach (IndexRange columns in part.Runs[1])
                    {
                        var area = new SKRect(Left + (columns.Start * cellX), Top + (rows.Start * cellY), Left + (columns.Stop * cellX), Top + (rows.Stop * cellY));
                        pen.Fill(area, Pen.ColorOf(part.Rank));
                        if (Math.Min(area.Width, area.Height) >= 4) pen.Outline(area, 1, SKColors.White);
                        pen.Center(part.Rank.ToString(System.Globalization.CultureInfo.InvariantCulture), new SKPoint(area.MidX, area.MidY), 20, area.Width, area.Height);
                    }
                }
            }
        });
    }

    private static void DrawIndices(Pen pen, long size, float cell, Func<long, SKPoint> at)
    {
        long step = 1;
        for (int i = 0; step * cell < 30; i++) step = (i % 3) switch { 0 => 2, 1 => 5, _ => 10 } * (long)Math.Pow(10, i / 3);
        for (long index = 0; index < size; index += step) pen.Center(index.ToString(System.Globalization.CultureInfo.InvariantCulture), at(index), 12, 40, 20);
    }
}
