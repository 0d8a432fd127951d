using System.Reflection;
using DistArray.BindingGen;

namespace DistArray.Bindings.Tests;

/// <summary>The repository that these tests were built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } =
        typeof(SourceTree).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;

    public static Repository Repository => Repository.Find(Root);

    public static string Include => Path.Combine(Root, "native", "include");
}
