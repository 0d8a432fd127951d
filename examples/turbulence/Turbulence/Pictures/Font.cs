using ScottPlot;

namespace Turbulence;

/// <summary>The font of the pictures: a file, so that a container without fontconfig draws the same.</summary>
public static class Font
{
    private const string Name = "Turbulence";
    private static readonly string[] s_folders = ["/usr/share/fonts", "/usr/local/share/fonts"];

    /// <summary>Makes the font known to the plots.</summary>
    /// <exception cref="UsageException">There is no font on this machine.</exception>
    public static void Use()
    {
        Fonts.AddFontFile(Name, Find(), bold: false, italic: false);
        Fonts.AddFontFile(Name, Find(), bold: true, italic: false);
        Fonts.Default = Name;
    }

    private static string Find()
    {
        string[] files = [.. s_folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf", SearchOption.AllDirectories))];
        return files.FirstOrDefault(file => Path.GetFileName(file) == "DejaVuSans.ttf")
            ?? files.Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new UsageException($"There is no font below {string.Join(" or ", s_folders)} for the pictures: install the package fonts-dejavu-core, or leave --output out.");
    }
}
