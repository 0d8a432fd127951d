using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>A file with arrays that pictures are made of.</summary>
internal abstract class PlotFile(string path) : IDisposable
{
    private static readonly byte[] s_hdf5 = [0x89, (byte)'H', (byte)'D', (byte)'F'], s_npy = [0x93, (byte)'N', (byte)'U', (byte)'M'], s_zip = [(byte)'P', (byte)'K'];

    public string Path { get; } = path;

    /// <summary>Names of the arrays.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Opens a file by what it holds, whatever its name ends with; null where it holds no arrays.</summary>
    /// <param name="path">The file.</param>
    /// <param name="record">Which record of a series to take, negative from the end.</param>
    public static PlotFile? Open(string path, long record)
    {
        var start = new byte[4];
        using (FileStream file = File.OpenRead(path)) _ = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start.AsSpan().StartsWith(s_hdf5)) return Hdf5PlotFile.OpenRecord(path, record);
        if (start.AsSpan().StartsWith(s_npy)) return new NpyPlotFile(path);
        return start.AsSpan().StartsWith(s_zip) ? new NpzPlotFile(path) : null;
    }

    /// <summary>The array of a name; where it names none, that whose last part it is. Without a name the only one.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public PlotField Field(string? name)
    {
        string[] found = name is null ? [.. Names] : Names.Contains(name.Trim('/')) ? [name.Trim('/')] : [.. Names.Where(other => other.EndsWith($"/{name.Trim('/')}", StringComparison.Ordinal))];
        return found switch
        {
            [var one] => Open(one),
            [] when Names.Count == 0 => throw new UsageException($"plot: {Path} holds no array of numbers."),
            [] => throw new UsageException($"plot: there is no '{name}' in {Path}; there are {string.Join(", ", Names)}."),
            _ => throw new UsageException($"plot: name one of the arrays of {Path}: {string.Join(", ", found)}."),
        };
    }

    public abstract void Dispose();

    protected abstract PlotField Open(string name);
}
