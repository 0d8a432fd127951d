using Microsoft.CodeAnalysis.CSharp;

namespace DistArray.Interactive.Compiling;

/// <summary>A line as the engines run it.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable symbols.</param>
/// <param name="EntryType">Type of the entry point.</param>
/// <param name="EntryMethod">Its method.</param>
/// <param name="HasValue">Whether the line ends with an expression.</param>
/// <param name="References">Assemblies that its directives name.</param>
/// <param name="Compilation">What the next line follows.</param>
internal sealed record CompiledLine(byte[] Image, byte[] Symbols, string EntryType, string EntryMethod, bool HasValue, IReadOnlyList<string> References, CSharpCompilation Compilation);
