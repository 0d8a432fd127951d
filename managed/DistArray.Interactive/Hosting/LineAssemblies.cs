using System.Reflection;
using System.Runtime.Loader;

namespace DistArray.Interactive.Hosting;

/// <summary>The assemblies of lines, which refer to each other by name, and what they refer to beyond the program of the rank.</summary>
internal sealed class LineAssemblies : AssemblyLoadContext
{
    private readonly Dictionary<string, Assembly> _lines = [];
    private readonly HashSet<string> _folders = [];
    private readonly Dictionary<string, string> _paths = [];

    public LineAssemblies()
        : base("lines") => Default.Resolving += (_, name) => Find(name);

    /// <summary>Loads a compiled line.</summary>
    public Assembly Load(ReadOnlySpan<byte> image, ReadOnlySpan<byte> symbols)
    {
        Assembly assembly = LoadFromStream(new MemoryStream(image.ToArray()), symbols.IsEmpty ? null : new MemoryStream(symbols.ToArray()));
        _lines[assembly.GetName().Name!] = assembly;
        return assembly;
    }

    /// <summary>Lets assemblies of these paths be found, and what lies beside them.</summary>
    public void Know(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            _paths[Path.GetFileNameWithoutExtension(path)] = path;
            _folders.Add(Path.GetDirectoryName(path)!);
        }
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => _lines.GetValueOrDefault(assemblyName.Name!);

    private Assembly? Find(AssemblyName name)
    {
        string? path = _paths.GetValueOrDefault(name.Name!) ?? _folders.Select(folder => Path.Combine(folder, name.Name + ".dll")).FirstOrDefault(File.Exists);
        return path is null ? null : Default.LoadFromAssemblyPath(path);
    }
}
