using System.Runtime.CompilerServices;

namespace DistArray.Core.Tests.Kernels;

/// <summary>The pages of examples/guides that tests make.</summary>
internal static class Guide
{
    public static string Read(string name) => File.ReadAllText(Path(name));

    public static void Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
    }

    private static string Path(string name, [CallerFilePath] string source = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(source)!, "../../../examples/guides", name));
}
