using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Files;

/// <summary>A file of arrays that all ranks have open.</summary>
internal abstract class ArrayFile(string path, FileFormat format) : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>What it is.</summary>
    public FileFormat Format { get; } = format;

    /// <summary>Its arrays, in its order.</summary>
    public abstract IReadOnlyList<StoredArray> Arrays { get; }

    /// <summary>Arrays that go by the names of links as well; they are found by these, and not listed.</summary>
    protected virtual IReadOnlyList<StoredArray> Linked => [];

    /// <summary>What else is in it, of which no array can be made, in words.</summary>
    public virtual IReadOnlyList<string> Others => [];

    /// <summary>Reads a part of an array.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public abstract void Read<T>(StoredArray array, DistArray<T> destination, ReadOnlySpan<AxisIndex> part) where T : unmanaged;

    /// <summary>Compares a checksum that the file has of an array, where it is compared only when all of it is read.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public virtual void Verify(StoredArray array)
    {
    }

    /// <summary>Opens a file of any format.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="communicator">The ranks.</param>
    /// <param name="raw">What a file without header holds, or null.</param>
    /// <exception cref="UsageException">It has no header, and <paramref name="raw"/> is missing.</exception>
    /// <exception cref="InvalidDataException">It is empty or damaged.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static ArrayFile Open(string path, ICommunicator communicator, RawDescription? raw) => FileProbe.FormatOf(path) switch
    {
        FileFormat.Hdf5 => new Hdf5ArrayFile(path, communicator),
        FileFormat.Npy => new NpyArrayFile(path),
        FileFormat.Npz => new NpzArrayFile(path, communicator),
        FileFormat.Dnpy => new DnpyArrayFile(FileProbe.DnpyPrefix(path)),
        FileFormat.Fortran => new FortranArrayFile(path, FileFormat.Fortran, communicator, raw),
        FileFormat.Raw when raw is null && new FileInfo(path).Length == 0 => throw new InvalidDataException($"{path} is empty."),
        FileFormat.Raw => new FortranArrayFile(path, FileFormat.Raw, communicator, raw ?? throw new UsageException($"{path} has no header that tells what it is. Say what it holds, such as --raw float64:64x32 (row-major) or --raw float64:64x32:F:big.")),
        var table => new TableArrayFile(path, table, communicator),
    };

    /// <summary>The array of a name; where it names none, that whose last part it is. Without a name the only one that has axes; the array of a file of one, which
    /// has no name, goes by the file's.</summary>
    /// <exception cref="UsageException">There is none, and a near one is told; or there are several.</exception>
    public StoredArray Find(string? name)
    {
        string? end = name?.Trim('/');
        StoredArray[] found = name is null ? [.. Arrays.Where(array => array.Shape.Length > 0)]
            : Arrays is [{ Name: "" } alone] && end == System.IO.Path.GetFileNameWithoutExtension(Path) ? [alone]
            : Arrays.Concat(Linked).FirstOrDefault(array => array.Name == name || array.Name.Trim('/') == end) is { } exact ? [exact]
            : [.. Arrays.Where(array => array.Name.EndsWith($"/{end}", StringComparison.Ordinal))];
        if (found is [var one]) return one;
        // The array of a file that has one alone has no name.
        string[] names = [.. (found.Length == 0 ? Arrays : found).Select(array => array.Name).Where(known => known.Length > 0)];
        string list = $"{string.Join(", ", names.Take(20))}{(names.Length > 20 ? " and more" : "")}";
        throw new UsageException(found.Length > 0 ? $"name one of the arrays of {Path}: {list}."
            : WhyNone(name) ?? $"{Path} has no array{(name is null ? " that has axes" : $" {name}")}.{(name is null ? "" : Nearest(end!, names))}{(names.Length == 0 ? "" : $" It has {list}.")}");
    }

    public abstract void Dispose();

    /// <summary>Why there is no array of a name, where the file can tell.</summary>
    protected virtual string? WhyNone(string? name) => null;

    private static string Nearest(string name, string[] names) =>
        NearestName.Of(name, names.Select(known => known.TrimStart('/'))) is { } near ? $" Is {near} meant?" : "";
}
