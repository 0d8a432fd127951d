using DistArray.Cli.Plotting.Pictures;
using SkiaSharp;

namespace DistArray.Cli.Layouts.Pictures;

/// <summary>An array of three axes: boxes in the colours of their owners, pulled apart, seen from above.</summary>
/// <remarks>Axis 0 goes down, axis 1 to the left and to the viewer, axis 2 to the right and to the viewer. All axes are cut in the same places throughout, so that
/// boxes drawn from the far ones to the near ones cover each other rightly.</remarks>
internal static class CubePicture
{
    private const int MostBoxes = 20000;
    private const double Side = 620, Margin = 30, Top = 60, Apart = 0.45;
    private static readonly double s_cos = Math.Cos(Math.PI / 6), s_sin = 0.5;

    public static void Save(string path, ArrayLayout layout)
    {
        (IndexRange Run, int Part)[][] cuts = [.. Enumerable.Range(0, 3).Select(axis => Cuts(layout, axis))];
        long boxes = cuts.Aggregate(1L, (product, axis) => product * axis.Length);
        if (boxes > MostBoxes) throw new UsageException($"layout: the picture would have {boxes} boxes, and {MostBoxes} can be drawn. Give a smaller --shape, or larger blocks.");
        double[] gaps = [.. Enumerable.Range(0, 3).Select(axis => (Apart * layout.Shape[axis] / cuts[axis].Length) + (2 * layout.Halo[axis]))];
        double[] extents = [.. Enumerable.Range(0, 3).Select(axis => layout.Shape[axis] + (gaps[axis] * (cuts[axis].Length - 1)) + (2 * layout.Halo[axis]))];
        double unit = Side / Math.Max((extents[1] + extents[2]) * s_cos, ((extents[1] + extents[2]) * s_sin) + extents[0]);
        double width = (extents[1] + extents[2]) * s_cos * unit, height = (((extents[1] + extents[2]) * s_sin) + extents[0]) * unit;
        double pictureWidth = Math.Max(width + (2 * Margin), Pen.Measure(LayoutPicture.Title(layout), 16) + 32), middle = ((pictureWidth - width) / 2) + (extents[1] * s_cos * unit);
        PngFile.Draw(path, (int)pictureWidth, (int)(height + Top + Margin + 24), canvas =>
        {
            using var pen = new Pen(canvas);
            pen.Write(LayoutPicture.Title(layout), new SKPoint(16, 28), 16);
            pen.Write("axis 0 ↓   axis 1 ↙   axis 2 ↘", new SKPoint(16, (float)(height + Top + Margin + 8)), 13);
            for (int i = 0; i < cuts[1].Length; i++)
            {
                for (int j = 0; j < cuts[2].Length; j++)
                {
                    for (int k = cuts[0].Length - 1; k >= 0; k--) DrawBox(pen, layout.RankAt([cuts[0][k].Part, cuts[1][i].Part, cuts[2][j].Part]), Ends(0, k), Ends(1, i), Ends(2, j), layout.Halo);
                }
            }
        });

        (double From, double To) Ends(int axis, int cut)
        {
            double shift = layout.Halo[axis] + (cut * gaps[axis]);
            return (cuts[axis][cut].Run.Start + shift, cuts[axis][cut].Run.Stop + shift);
        }

        SKPoint At(double down, double left, double right) =>
            new((float)(middle + ((right - left) * s_cos * unit)), (float)(Top + ((((left + right) * s_sin) + down) * unit)));

        void DrawBox(Pen pen, int rank, (double From, double To) down, (double From, double To) left, (double From, double To) right, int[] halo)
        {
            SKColor color = Pen.ColorOf(rank);
            SKPoint[][] faces = Faces(down, left, right);
            SKColor[] shades = [Shade(color, 1.06), Shade(color, 0.92), Shade(color, 0.8)];
            for (int face = 0; face < 3; face++)
            {
                using SKPath path = PathOf(faces[face]);
                pen.Fill(path, shades[face]);
                pen.Outline(path, 1, SKColors.White);
                SKPoint center = new((faces[face][0].X + faces[face][2].X) / 2, (faces[face][0].Y + faces[face][2].Y) / 2);
                pen.Center(rank.ToString(System.Globalization.CultureInfo.InvariantCulture), center, 18, path.Bounds.Width / 2, path.Bounds.Height / 2);
            }
            if (halo.All(width => width == 0)) return;
            foreach (SKPoint[] face in Faces((down.From - halo[0], down.To + halo[0]), (left.From - halo[1], left.To + halo[1]), (right.From - halo[2], right.To + halo[2])))
            {
                using SKPath path = PathOf(face);
                pen.Hatch(path);
                pen.Outline(path, 1, SKColors.Gray);
            }
        }

        // The three faces that are seen: the upper one, and those towards the viewer.
        SKPoint[][] Faces((double From, double To) down, (double From, double To) left, (double From, double To) right) =>
        [
            [At(down.From, left.From, right.From), At(down.From, left.From, right.To), At(down.From, left.To, right.To), At(down.From, left.To, right.From)],
            [At(down.From, left.To, right.From), At(down.From, left.To, right.To), At(down.To, left.To, right.To), At(down.To, left.To, right.From)],
            [At(down.From, left.To, right.To), At(down.From, left.From, right.To), At(down.To, left.From, right.To), At(down.To, left.To, right.To)],
        ];
    }

    private static (IndexRange Run, int Part)[] Cuts(ArrayLayout layout, int axis) =>
        [.. layout.Ranks.SelectMany(part => part.Runs[axis].Select(run => (run, part.Place[axis]))).Distinct().OrderBy(cut => cut.run.Start)];

    private static SKColor Shade(SKColor color, double by) =>
        new((byte)Math.Min(255, color.Red * by), (byte)Math.Min(255, color.Green * by), (byte)Math.Min(255, color.Blue * by));

    private static SKPath PathOf(SKPoint[] points)
    {
        var path = new SKPath();
        path.AddPoly(points, close: true);
        return path;
    }
}
