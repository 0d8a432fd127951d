using ScottPlot;

namespace Turbulence;

/// <summary>The font of the pictures: a file, so that a container without fontconfig draws the same.</summary>
internal static class Font
{
    private const string Name = "Turbulence";
    private static readonly string[] s_folders = ["/usr/share/fonts", "/usr/local/share/fonts"];

    /// <summary>DejaVu Sans, or else any font of the machine, or null.</summary>
    public static string? Find()
    {
        string[] files = [.. s_folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))];
        return files.FirstOrDefault(file => Path.GetFileName(file) == "DejaVuSans.ttf") ?? files.Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Makes the font known to the plots, and theirs.</summary>
    public static void Use()
    {
        if (Fonts.Default == Name || Find() is not { } file) return;
        Fonts.AddFontFile(Name, file, bold: false, italic: false);
        Fonts.AddFontFile(Name, file, bold: true, italic: false);
        Fonts.Default = Name;
    }
}
