using System.Text;

namespace DistArray.BindingGen;

/// <summary>The source tree: where the response files are and where the bindings go.</summary>
internal sealed class Repository
{
    private const string GeneratorFolder = "bindings/DistArray.BindingGen";
    private const string OutputFolder = "bindings/DistArray.Bindings/Generated";

    private Repository(string root) => Root = root;

    public string Root { get; }

    /// <summary>The repository that holds <paramref name="folder"/>.</summary>
    public static Repository Find(string folder)
    {
        for (DirectoryInfo? d = new(Path.GetFullPath(folder)); d is not null; d = d.Parent)
        {
            if (Directory.Exists(Path.Combine(d.FullName, GeneratorFolder)))
                return new Repository(d.FullName);
        }
        throw new GeneratorException($"no {GeneratorFolder} in {folder} or above it. Give --repository.");
    }

    /// <summary>All generated files: path below the repository to content.</summary>
    public SortedDictionary<string, string> Generate()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.GetFiles(Path.Combine(Root, GeneratorFolder), "*.rsp").Order(StringComparer.Ordinal))
        {
            ResponseFile response = ResponseFile.Read(path, Root);
            foreach ((string name, string content) in response.Kind == TargetKind.Shim ? ShimTarget.Generate(response) : Hdf5Target.Generate(response))
                files.Add($"{response.Output}/{name}", content);
        }
        return files;
    }

    /// <summary>The files that differ from <paramref name="generated"/>, and those that it does not name.</summary>
    public List<StaleFile> FindStale(SortedDictionary<string, string> generated)
    {
        var stale = new List<StaleFile>();
        foreach ((string relative, string content) in generated)
        {
            string full = Path.Combine(Root, relative);
            if (!File.Exists(full) || !File.ReadAllBytes(full).AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(content)))
                stale.Add(new StaleFile(full, relative, content));
        }
        string output = Path.Combine(Root, OutputFolder);
        if (Directory.Exists(output))
        {
            stale.AddRange(from full in Directory.GetFiles(output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                           let relative = Path.GetRelativePath(Root, full)
                           where !generated.ContainsKey(relative)
                           select new StaleFile(full, relative, null));
        }
        return stale;
    }
}
