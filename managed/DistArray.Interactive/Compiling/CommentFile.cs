using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace DistArray.Interactive.Compiling;

/// <summary>The comments of an assembly in the file that its compiler wrote, read when somebody asks.</summary>
/// <param name="path">The file.</param>
internal sealed class CommentFile(string path) : DocumentationProvider
{
    private readonly Lazy<Dictionary<string, string>> _comments = new(() => Read(path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CommentFile other && other.Path == Path;

    /// <inheritdoc/>
    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _comments.Value.GetValueOrDefault(documentationMemberID, "");

    private string Path => path;

    private static Dictionary<string, string> Read(string path)
    {
        try
        {
            return XDocument.Load(path).Descendants("member").Where(member => member.Attribute("name") is not null)
                .DistinctBy(member => member.Attribute("name")!.Value).ToDictionary(member => member.Attribute("name")!.Value, member => member.ToString());
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
