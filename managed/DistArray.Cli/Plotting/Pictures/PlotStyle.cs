using ScottPlot;
using SkiaSharp;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>What all plots have in common.</summary>
internal static class PlotStyle
{
    private const float CaptionSize = 13, CaptionLine = 19, CaptionMargin = 16;

    /// <summary>Colours of curves: Okabe and Ito's, told apart by everyone.</summary>
    public static Color CurveColor(int number) => s_curves[number % s_curves.Length];

    /// <summary>Patterns of curves: another one where the colours come again.</summary>
    public static LinePattern CurvePattern(int number) => s_patterns[number / s_curves.Length % s_patterns.Length];

    private static readonly Color[] s_curves = [.. new[] { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00" }.Select(Color.FromHex)];
    private static readonly LinePattern[] s_patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted];

    /// <summary>An empty plot in the font of the pictures.</summary>
    public static Plot NewPlot(string title, string x, string y)
    {
        Font.Use();
        var plot = new Plot();
        plot.Font.Set(Fonts.Default);
        plot.Title(title, 17);
        plot.XLabel(x, 16);
        plot.YLabel(y, 16);
        plot.Axes.Title.Label.Bold = plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Axes.Left.MinimumSize = 85;
        plot.Axes.Left.Label.OffsetX = 8;
        plot.Axes.Right.MinimumSize = 25;
        plot.Legend.FontSize = 13;
        return plot;
    }

    /// <summary>Round numbers, some <paramref name="count"/> of them; whole ones for indices.</summary>
    public static ITickGenerator Ticks(int count, bool areIndices = false) => new ScottPlot.TickGenerators.NumericAutomatic { TargetTickCount = count, IntegerTicksOnly = areIndices };

    /// <summary>A number such as "-5/3" in small letters above the line.</summary>
    public static string Superscript(string number) => string.Concat(number.Select(letter => letter switch
    {
        '-' => '⁻',
        '/' => 'ᐟ',
        '.' => '·',
        _ => "⁰¹²³⁴⁵⁶⁷⁸⁹"[letter - '0'],
    }));

    /// <summary>Writes a plot with a caption below; <paramref name="height"/> is that of the picture, caption included.</summary>
    public static void Save(Plot plot, string path, int width, int height, string caption)
    {
        using var font = new SKFont(Font.Typeface, CaptionSize);
        using var paint = new SKPaint { Color = new SKColor(90, 90, 90), IsAntialias = true };
        using var white = new SKPaint { Color = SKColors.White };
        string[] lines = Wrap(caption, font, width);
        int plotHeight = height - CaptionHeight(lines.Length);
        PngFile.Draw(path, width, height, canvas =>
        {
            plot.Render(canvas, new PixelRect(0, width, plotHeight, 0));     // it clears all of the canvas
            canvas.DrawRect(0, plotHeight, width, height - plotHeight, white);
            for (int i = 0; i < lines.Length; i++) canvas.DrawText(lines[i], CaptionMargin, plotHeight + ((i + 0.7f) * CaptionLine), font, paint);
        });
    }

    /// <summary>Height of what stands below a plot.</summary>
    public static int CaptionHeight(string caption, int width)
    {
        using var font = new SKFont(Font.Typeface, CaptionSize);
        return CaptionHeight(Wrap(caption, font, width).Length);
    }

    private static int CaptionHeight(int lines) => (int)((lines * CaptionLine) + 6);

    private static string[] Wrap(string caption, SKFont font, int width)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in caption.Split(' '))
        {
            string longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width - (2 * CaptionMargin))
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        return [.. lines, line];
    }
}
