using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

/// <summary>The module files of flang beside these tests.</summary>
internal static class FlangModules
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Flang");

    public static string[] Names { get; } = [.. Directory.GetFiles(Folder, "*.mod").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static string PathOf(string module) => Path.Combine(Folder, module + ".mod");

    /// <summary>A module file with this text after the first line, alone in a folder.</summary>
    public static Module ReadText(string text, params (string Name, string Text)[] others)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("distarray-flang");
        try
        {
            foreach ((string name, string other) in others) File.WriteAllText(Path.Combine(folder.FullName, name + ".mod"), Whole(other));
            string file = Path.Combine(folder.FullName, "m.mod");
            File.WriteAllText(file, Whole(text));
            return ModuleFile.Read(file);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    private static string Whole(string text) => $"\uFEFF!mod$ v1 sum:0123456789abcdef\n{text.ReplaceLineEndings("\n").TrimEnd()}\n";
}
