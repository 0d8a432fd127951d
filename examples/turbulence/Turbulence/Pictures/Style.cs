using ScottPlot;

namespace Turbulence;

/// <summary>What all pictures have in common.</summary>
internal static class Style
{
    /// <summary>Colours of the curves: Okabe and Ito's, told apart by everyone.</summary>
    public static readonly Color[] Curves = [.. new[] { "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00" }.Select(Color.FromHex)];

    /// <summary>An empty plot in the font of the pictures.</summary>
    public static Plot NewPlot()
    {
        Font.Use();
        return new Plot();
    }

    /// <summary>Sets title, axis labels and sizes.</summary>
    public static void Apply(Plot plot, string title, string x, string y)
    {
        plot.Font.Set(Fonts.Default);
        plot.Title(title, 18);
        plot.XLabel(x, 18);
        plot.YLabel(y, 18);
        plot.Axes.Title.Label.Bold = plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        plot.Axes.Bottom.TickLabelStyle.FontSize = plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.MinimumSize = 75;
        plot.Legend.FontSize = 14;
    }

    /// <summary>Round numbers, some <paramref name="count"/> of them.</summary>
    public static ITickGenerator Ticks(int count) => new ScottPlot.TickGenerators.NumericAutomatic { TargetTickCount = count };

    /// <summary>Writes a PNG file, beside its place first.</summary>
    public static void Save(Plot plot, string path, int width, int height) =>
        AtomicFile.Write(path, plot.GetImage(width, height).GetImageBytes(ImageFormat.Png));
}
