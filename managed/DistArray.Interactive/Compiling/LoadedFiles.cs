using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DistArray.Interactive.Compiling;

/// <summary>The files that <c>#load</c> names.</summary>
internal sealed class LoadedFiles() : SourceFileResolver([], Environment.CurrentDirectory)
{
    /// <inheritdoc/>
    public override SourceText ReadText(string resolvedPath)
    {
        SourceText text = base.ReadText(resolvedPath);
        return SourceText.From(UsingVariables.DeclareOwned(text.ToString()), text.Encoding, text.ChecksumAlgorithm);
    }
}
