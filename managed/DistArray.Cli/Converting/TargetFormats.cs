using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;

namespace DistArray.Cli.Converting;

/// <summary>Formats that can be written, by their names and the endings of files.</summary>
internal static class TargetFormats
{
    private static readonly (string Name, FileFormat Format, string[] Endings)[] s_all =
    [
        ("h5", FileFormat.Hdf5, [".h5", ".hdf5", ".hdf"]),
        ("npy", FileFormat.Npy, [".npy"]),
        ("npz", FileFormat.Npz, [".npz"]),
        ("dnpy", FileFormat.Dnpy, [".dnpy"]),
        ("fortran", FileFormat.Fortran, [".unf", ".f77"]),
        ("raw", FileFormat.Raw, [".raw", ".bin"]),
        ("text", FileFormat.Text, [".txt"]),
        ("csv", FileFormat.Csv, [".csv"]),
    ];

    /// <summary>Words of <c>--to</c>.</summary>
    public static IEnumerable<string> Names => s_all.Select(one => one.Name);

    /// <summary>The endings, in a line.</summary>
    public static string Help => string.Join("; ", s_all.Select(one => $"{string.Join(" ", one.Endings)} {one.Name}")) + ".";

    /// <summary>The format of a file to write.</summary>
    /// <exception cref="UsageException">Its ending tells none.</exception>
    public static FileFormat Of(string path, string? name)
    {
        if (name is not null) return s_all.First(one => one.Name == name).Format;
        string ending = Path.GetExtension(path).ToLowerInvariant();
        string[] endings = [.. s_all.SelectMany(one => one.Endings)];
        return s_all.FirstOrDefault(one => one.Endings.Contains(ending)) is { Name: not null } found ? found.Format
            : throw new UsageException($"convert: the ending of {path} tells no format.{NearestName.Question(ending, endings)} Give one of {string.Join(" ", endings)}, or say --to FORMAT.");
    }

    /// <summary>What the names of a set of .dnpy files begin with.</summary>
    public static string DnpyPrefix(string path) => path.EndsWith(".dnpy", StringComparison.Ordinal) ? path[..^".dnpy".Length] : path;
}
