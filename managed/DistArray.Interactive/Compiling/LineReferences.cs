using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DistArray.Interactive.Compiling;

/// <summary>The assemblies that lines may use, and those that <c>#r</c> names by their paths.</summary>
internal sealed class LineReferences : MetadataReferenceResolver
{
    private readonly Dictionary<string, PortableExecutableReference> _files = [];

    public LineReferences(IEnumerable<Assembly> more)
    {
        string platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        string[] own = [.. platform.Split(Path.PathSeparator), .. more.Select(assembly => assembly.Location)];
        All = [.. own.Where(path => path.Length > 0).DistinctBy(Path.GetFileName).Select(Reference)];
    }

    public ImmutableArray<MetadataReference> All { get; }

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        string folder = baseFilePath is null ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(baseFilePath))!;
        string path = Path.GetFullPath(Path.Combine(folder, reference));
        if (File.Exists(path)) return [Reference(path)];
        // A name alone is that of an assembly in scope.
        return [.. All.OfType<PortableExecutableReference>().Where(known => Path.GetFileNameWithoutExtension(known.FilePath) == reference)];
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static CommentFile? Comments(string path) => Path.ChangeExtension(path, ".xml") is var comments && File.Exists(comments) ? new CommentFile(comments) : null;

    private PortableExecutableReference Reference(string path)
    {
        if (!_files.TryGetValue(path, out PortableExecutableReference? reference)) _files[path] = reference = MetadataReference.CreateFromFile(path, documentation: Comments(path));
        return reference;
    }
}
