namespace DistArray.Mpi;

/// <summary>Finds out that the launcher belongs to another MPI: then every process would believe to be rank 0 of 1.</summary>
internal static class LauncherCheck
{
    // What launchers tell the processes they start of their number, and how to start the same processes for another MPI.
    private static readonly (string Variable, string Launcher)[] s_sizes =
    [
        ("OMPI_COMM_WORLD_SIZE", "Open MPI's mpiexec"), ("PMI_SIZE", "the mpiexec of MPICH or its kin"),
        ("MV2_COMM_WORLD_SIZE", "MVAPICH's mpiexec"), ("SLURM_STEP_NUM_TASKS", "Slurm's srun"),
    ];

    /// <summary>Whether a launcher that is known has started this process.</summary>
    public static bool IsLaunched => s_sizes.Any(size => Environment.GetEnvironmentVariable(size.Variable) is { Length: > 0 });

    /// <summary>Keeps .NET's escapes out of what a rank prints: Open MPI's launcher gives ranks a terminal that nobody looks at.</summary>
    public static void SilenceTerminal()
    {
        if (IsLaunched) Environment.SetEnvironmentVariable("TERM", "dumb");
    }

    /// <summary>Throws where the launcher started more processes than MPI sees.</summary>
    public static void ThrowIfForeign(int size, string library)
    {
        foreach ((string name, string launcher) in s_sizes)
        {
            string? value = Environment.GetEnvironmentVariable(name);
            if (int.TryParse(value, out int started) && started > size)
                throw new InvalidOperationException(
                    $"The launcher started {started} processes ({name}={value}), but this program's MPI library sees {size}: every process would compute alone. "
                    + $"The launcher is {launcher}, the library is {NameOf(library)}. {Advice(library)}, or unset {name} to run it as one process.");
        }
    }

    // Without how it was configured.
    private static string NameOf(string library) => library.Split(" MPICH ")[0].Split(", package")[0].Replace('\t', ' ');

    private static string Advice(string library) =>
        library.StartsWith("Open MPI", StringComparison.Ordinal) ? "Start the program with the mpiexec of Open MPI (Debian: mpiexec.openmpi), or with srun --mpi=pmix"
        : library.StartsWith("MPICH", StringComparison.Ordinal) ? "Start the program with the mpiexec of MPICH (Debian: mpiexec.mpich), or with srun --mpi=pmi2"
        : "Start the program with the mpiexec of that library";
}
