using System.Reflection;

namespace DistArray.Packaging.Tests;

/// <summary>The build that these tests belong to.</summary>
internal static class Build
{
    public static string Repository { get; } = Metadata("Repository");

    /// <summary>The folder of the native build: CMake's binary folder.</summary>
    public static string Native { get; } = Metadata("NativeBuild");

    public static string Version { get; } = Metadata("Version");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The projects that are packed.</summary>
    public static IReadOnlyList<string> Packed { get; } = Metadata("Packed").Split(';');

    /// <summary>A program of the build's output.</summary>
    public static string Output(string project, string file) => Path.Combine(Repository, "artifacts/bin", project, Configuration.ToLowerInvariant(), file);

    private static string Metadata(string key) =>
        typeof(Build).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
