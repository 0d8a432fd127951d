using Microsoft.CodeAnalysis;

namespace DistArray.Interactive.Compiling;

/// <summary>What the compiler says, in lines.</summary>
internal static class DiagnosticText
{
    private const int MaxErrors = 10;

    /// <summary>The errors of the source, or where it has none those of what was made of it.</summary>
    public static string Of(IEnumerable<Diagnostic> source, IEnumerable<Diagnostic> made)
    {
        Diagnostic[] errors = [.. source.Where(IsError)];
        if (errors.Length == 0) errors = [.. made.Where(IsError)];
        return string.Join('\n', errors.Take(MaxErrors).Select(Text));
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Error;

    private static string Text(Diagnostic error)
    {
        FileLinePositionSpan span = error.Location.GetLineSpan();
        string message = error.GetMessage();
        if (error.Id == "CS0006" && message.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
            message += ". Packages are not fetched here: build a project that refers to the package, and name the assembly in its output folder: #r \"bin/…/Package.dll\".";
        return $"{span.Path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): error {error.Id}: {message}";
    }
}
