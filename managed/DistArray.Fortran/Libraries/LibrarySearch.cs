using System.Text.RegularExpressions;

namespace DistArray.Fortran;

/// <summary>Finds a core library by its name.</summary>
internal static partial class LibrarySearch
{
    /// <summary>Folders that are searched first, separated by colons.</summary>
    public const string Variable = "DISTARRAY_LIBRARY_PATH";

    /// <summary>Full path of a library.</summary>
    /// <param name="pathOrName">A path, with a slash or ending in <c>.so</c>; or a name, as in <c>libNAME.so</c>.</param>
    /// <exception cref="FileNotFoundException">There is none; the text lists what was tried.</exception>
    public static string Find(string pathOrName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pathOrName);
        var tried = new List<string>();
        foreach (string candidate in Candidates(pathOrName))
        {
            if (File.Exists(candidate))
                return Path.GetFullPath(candidate);
            if (!tried.Contains(candidate))
                tried.Add(candidate);
        }
        throw new FileNotFoundException(
            $"There is no Fortran library '{pathOrName}'. Tried:\n{string.Concat(tried.Select(path => $"  {path}\n"))}" +
            $"Give its full path, put it beside the program, or name its folder in {Variable}.", pathOrName);
    }

    /// <summary>The core's name in the names of its procedures: <c>libturbulence.so.1</c> is "turbulence".</summary>
    /// <param name="path">Path of the library.</param>
    public static string NameOf(string path)
    {
        string file = Path.GetFileName(path);
        file = Suffix().Replace(file, "");
        return file.StartsWith("lib", StringComparison.Ordinal) && file.Length > 3 ? file[3..] : file;
    }

    private static IEnumerable<string> Candidates(string pathOrName)
    {
        if (Path.IsPathRooted(pathOrName))
            return [pathOrName];
        bool isFile = pathOrName.Contains('/') || Suffix().IsMatch(pathOrName);
        string[] files = isFile ? [pathOrName] : [$"lib{pathOrName}.so", $"{pathOrName}.so"];
        string[] folders =
        [
            .. Folders(Variable),
            AppContext.BaseDirectory,
            Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native"),
            Environment.CurrentDirectory,
            .. Folders("LD_LIBRARY_PATH"),
        ];
        return folders.SelectMany(folder => files, Path.Combine);
    }

    [GeneratedRegex(@"\.so(\.[0-9]+)*$")]
    private static partial Regex Suffix();

    private static string[] Folders(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
