namespace Turbulence;

/// <summary>Where the build puts the core: beside this program.</summary>
public static class CoreFiles
{
    private static readonly string s_folder = Path.GetDirectoryName(typeof(CoreFiles).Assembly.Location)!;

    /// <summary>The core and the generated companion of its module, as a library.</summary>
    public static string Library { get; } = Path.Combine(s_folder, "libturbulence.so");

    /// <summary>The core's own Fortran program, of the very same objects.</summary>
    public static string Program { get; } = Path.Combine(s_folder, "turbulence_plain");
}
