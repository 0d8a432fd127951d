namespace DistArray.Cli.Informing;

/// <summary>A Python that has NumPy and h5py, to compare with.</summary>
internal static class Python
{
    /// <summary>The first of python3 on PATH and the system's own that has NumPy, with its versions; h5py may be missing.</summary>
    public static (string Program, string Versions, bool HasH5py)? Find()
    {
        const string script = """
            import sys, numpy
            text = f'Python {sys.version.split()[0]}, NumPy {numpy.__version__}'
            try:
                import h5py
                text += f', h5py {h5py.__version__}'
            except ImportError:
                pass
            print(text)
            """;
        foreach (string? program in (string?[])[OtherProgram.Find("python3"), OtherProgram.Find("/usr/bin/python3")])
        {
            if (program is not null && OtherProgram.Output(program, "-c", script) is { } versions) return (program, versions, versions.Contains("h5py", StringComparison.Ordinal));
        }
        return null;
    }
}
