using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace DistArray;

/// <summary>Tells the program's own code from this library's and .NET's.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Methods are named in reports; of one that was trimmed the name is less.")]
internal static class ProgramCode
{
    private static readonly HashSet<string> Library =
        ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi", "DistArray.Fortran", "DistArray.IO", "DistArray.Trilinos", "DistArray.Testing", "DistArray.Interactive"];

    private static readonly ConcurrentDictionary<Assembly, bool> s_owns = new();

    /// <summary>Whether a method is the program's.</summary>
    public static bool Owns(MethodBase method) => s_owns.GetOrAdd(method.Module.Assembly, static assembly =>
    {
        string name = assembly.GetName().Name ?? "";
        return !Library.Contains(name) && !name.StartsWith("System.", StringComparison.Ordinal) && name != "mscorlib";
    });

    /// <summary>Such as <c>Program.Main in Program.cs:line 12</c>.</summary>
    public static string Describe(StackFrame frame)
    {
        MethodBase method = frame.GetMethod()!;
        string place = $"{method.DeclaringType?.FullName}.{method.Name}";
        return frame.GetFileName() is { } file ? $"{place} in {Path.GetFileName(file)}:line {frame.GetFileLineNumber()}" : place;
    }
}
