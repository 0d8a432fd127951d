namespace DistArray.Mpi;

/// <summary>Finds out that the launcher belongs to another MPI: then every process would believe to be rank 0 of 1.</summary>
internal static class LauncherCheck
{
    // What Open MPI, MPICH and its kin (Intel), MVAPICH and Slurm tell the processes they start.
    private static readonly string[] Sizes = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE", "SLURM_STEP_NUM_TASKS"];

    /// <summary>Throws where the launcher started more processes than MPI sees.</summary>
    public static void ThrowIfForeign(int size, string library)
    {
        foreach (string name in Sizes)
        {
            string? value = Environment.GetEnvironmentVariable(name);
            if (int.TryParse(value, out int started) && started > size)
                throw new InvalidOperationException(
                    $"The launcher started {started} processes ({name}={value}), but this program's MPI library sees {size}: every process would compute alone. "
                    + $"The library is {library}. Start the program with the mpiexec of that library, or unset {name} to run it as one process.");
        }
    }
}
