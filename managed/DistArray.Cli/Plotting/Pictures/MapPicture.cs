using DistArray.Cli.Plotting.Numbers;
using ScottPlot;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>A plane as colours: the origin is at the lower left, as in the coordinates of a box.</summary>
internal static class MapPicture
{
    private const int Side = 640, SmallestSide = 120, Left = 85, Top = 50, Bottom = 62;
    // Beyond this ratio of its sides a picture to scale would be a strip.
    private const double MostRatio = 6;

    /// <summary>Whether both axes have one scale.</summary>
    public static bool IsToScale(FieldPlane plane)
    {
        (double width, double height) = Extents(plane);
        return plane.Vertical.Axis.Spacing is null == plane.Horizontal.Axis.Spacing is null && width / height is <= MostRatio and >= 1 / MostRatio;
    }

    /// <summary>Draws a plane.</summary>
    /// <param name="path">The file.</param>
    /// <param name="plane">What its colours mean are its values.</param>
    /// <param name="values">The numbers of the scale: the plane's values, or their logarithms; NaN for gaps.</param>
    /// <param name="scale">The colours.</param>
    /// <param name="title">What stands above.</param>
    /// <param name="label">What stands at the colours.</param>
    /// <param name="caption">What stands below.</param>
    /// <param name="size">Size of the picture, or null for the fitting one.</param>
    public static void Save(string path, FieldPlane plane, double[] values, ColorScale scale, string title, string label, string caption, (int Width, int Height)? size)
    {
        var rows = new double[plane.Rows, plane.Columns];
        for (int row = 0; row < plane.Rows; row++)
            for (int column = 0; column < plane.Columns; column++) rows[plane.Rows - 1 - row, column] = values[(row * plane.Columns) + column];   // the first row is drawn at the top
        (double left, double right) = FieldPlane.Extent(plane.Horizontal);
        (double bottom, double top) = FieldPlane.Extent(plane.Vertical);

        using Plot plot = PlotStyle.NewPlot(title, plane.Horizontal.Axis.Label, plane.Vertical.Axis.Label);
        var map = plot.Add.Heatmap(rows);
        (double firstX, double lastX) = FieldPlane.Cells(plane.Horizontal);
        (double firstY, double lastY) = FieldPlane.Cells(plane.Vertical);
        map.Rectangle = new CoordinateRect(firstX, lastX, firstY, lastY);      // Position would be between the middles of the outer cells
        map.Colormap = scale.Colors;
        map.ManualRange = new ScottPlot.Range(scale.Low, scale.High);
        map.NaNCellColor = Color.FromHex("#bdbdbd");
        var colors = plot.Add.ColorBar(map);
        colors.Label = label;
        colors.LabelStyle.FontSize = 16;
        colors.LabelStyle.Bold = false;
        colors.Axis.TickLabelStyle.FontSize = 13;
        colors.Axis.TickGenerator = scale.IsLog ? LogTicks.Of(scale.Low, scale.High) : PlotStyle.Ticks(9);
        plot.HideGrid();

        (int width, int height) = DataSize(plane, size is { } given ? (given.Width - Left - RightOf(scale), given.Height - Top - Bottom - PlotStyle.CaptionHeight(caption, given.Width)) : (Side, Side));
        if (width < SmallestSide / 2 || height < SmallestSide / 2) throw new UsageException($"plot: --size {size?.Width}x{size?.Height} leaves no room for a map. Give at least 500x400.");
        int pictureWidth = size?.Width ?? Math.Max(width + Left + RightOf(scale), 620), captionHeight = PlotStyle.CaptionHeight(caption, pictureWidth);
        int pictureHeight = size?.Height ?? height + Top + Bottom + captionHeight;
        // What the picture has more than the map needs goes to both sides.
        int spareX = pictureWidth - Left - RightOf(scale) - width, spareY = pictureHeight - captionHeight - Top - Bottom - height;
        plot.Layout.Fixed(new PixelPadding(Left + (spareX / 2), RightOf(scale) + spareX - (spareX / 2), Bottom + spareY - (spareY / 2), Top + (spareY / 2)));
        plot.Axes.Bottom.TickGenerator = PlotStyle.Ticks(Math.Max(3, width / 75), plane.Horizontal.Axis.Spacing is null);
        plot.Axes.Left.TickGenerator = PlotStyle.Ticks(Math.Max(2, height / 60), plane.Vertical.Axis.Spacing is null);
        plot.Axes.SetLimits(left, right, bottom, top);
        PlotStyle.Save(plot, path, pictureWidth, pictureHeight, caption);
    }

    private static int RightOf(ColorScale scale) => scale.IsLog ? 115 : 130;

    // The largest area of the map's ratio in the room that there is; all of the room where the axes are not to scale.
    private static (int Width, int Height) DataSize(FieldPlane plane, (int Width, int Height) room)
    {
        (double width, double height) = Extents(plane);
        double ratio = IsToScale(plane) ? width / height : width > height ? Math.Min(width / height, 2) : Math.Max(width / height, 0.5);
        double scale = Math.Min(room.Width / ratio, room.Height);
        return ((int)Math.Max(scale * ratio, SmallestSide), (int)Math.Max(scale, SmallestSide));
    }

    private static (double Width, double Height) Extents(FieldPlane plane)
    {
        (double left, double right) = FieldPlane.Extent(plane.Horizontal);
        (double bottom, double top) = FieldPlane.Extent(plane.Vertical);
        return (right - left, top - bottom);
    }
}
