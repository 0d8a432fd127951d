using ScottPlot;
using SkiaSharp;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>The font of the pictures: a file, so that a machine without fontconfig draws the same.</summary>
internal static class Font
{
    private const string Name = "distarray";
    private static readonly string[] s_folders = ["/usr/share/fonts", "/usr/local/share/fonts"];
    private static readonly string? s_file = Find();

    /// <summary>For what is drawn without a plot.</summary>
    public static SKTypeface Typeface { get; } = (s_file is null ? null : SKTypeface.FromFile(s_file)) ?? SKTypeface.Default;

    /// <summary>Makes it the font of plots.</summary>
    public static void Use()
    {
        if (Fonts.Default == Name || s_file is null) return;
        Fonts.AddFontFile(Name, s_file, bold: false, italic: false);
        Fonts.AddFontFile(Name, s_file, bold: true, italic: false);
        Fonts.Default = Name;
    }

    // DejaVu Sans, or else any font of the machine.
    private static string? Find()
    {
        string[] files = [.. s_folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))];
        return files.FirstOrDefault(file => Path.GetFileName(file) == "DejaVuSans.ttf") ?? files.Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
