namespace DistArray.Mpi;

/// <summary>The launcher: which program, of which MPI, with which options.</summary>
internal static class LauncherProgram
{
    private const string NameVariable = "DISTARRAY_MPIEXEC", OptionsVariable = "DISTARRAY_MPIEXEC_ARGS";

    // Open MPI binds small jobs to one core each, counts cores, refuses root, and gives ranks a pty that .NET writes escapes to.
    private static readonly string[] s_openMpi = ["--oversubscribe", "--bind-to", "none", "-x", "TERM=dumb"];

    /// <summary>The mpiexec of PATH, or what the user names.</summary>
    public static string Name => Environment.GetEnvironmentVariable(NameVariable) ?? "mpiexec";

    /// <summary>Options before the number of ranks.</summary>
    /// <param name="tagged">Whether each line of output shall say which rank it comes from.</param>
    public static IEnumerable<string> Options(bool tagged)
    {
        if (Environment.GetEnvironmentVariable(OptionsVariable) is { } given)
            return given.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // MPICH's launcher binds nothing and counts nothing by itself.
        if (IsHydra(Name))
            return tagged ? ["-prepend-rank"] : [];
        string[] common = Environment.UserName == "root" ? ["--allow-run-as-root", .. s_openMpi] : s_openMpi;
        return tagged ? ["--tag-output", .. common] : common;
    }

    /// <summary>Whether a launcher is MPICH's: what its name leads to is called mpiexec.hydra, wherever it is installed.</summary>
    internal static bool IsHydra(string name)
    {
        string? file = name.Contains('/')
            ? name
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (file is null || !File.Exists(file))
            return false;
        return Path.GetFileName(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file).Contains("hydra", StringComparison.Ordinal);
    }
}
