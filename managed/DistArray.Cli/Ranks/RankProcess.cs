namespace DistArray.Cli.Ranks;

/// <summary>Whether this process is a rank, and what ranks that the tool has started tell it.</summary>
/// <remarks>Lines of standard output that begin with <see cref="Mark"/> are for the tool: "status 1", "progress 0.25 what".</remarks>
internal static class RankProcess
{
    /// <summary>First argument of ranks that the tool starts.</summary>
    public const string Argument = "--as-rank";

    /// <summary>Begins a line that is for the tool.</summary>
    public const char Mark = '\u001e';

    private static readonly string[] s_sizes = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE", "SLURM_STEP_NUM_TASKS"];

    /// <summary>Whether the tool has started this process as a rank.</summary>
    public static bool IsOurs { get; set; }

    /// <summary>Whether a launcher has started this process and others.</summary>
    public static bool IsRank => IsOurs || RanksOfJob > 1;

    /// <summary>How many processes a launcher has started, as its variables tell; 1 where there is none.</summary>
    public static int RanksOfJob => s_sizes.Max(name => int.TryParse(Environment.GetEnvironmentVariable(name), out int size) ? size : 1);

    /// <summary>Refuses a command that starts ranks of its own where a launcher has started this process: launchers do not nest.</summary>
    /// <exception cref="UsageException">One has.</exception>
    /// <remarks>Open MPI's does not start another one even where its job has one rank; a shell that srun started is no launcher.</remarks>
    public static void RefuseUnderLauncher(string command)
    {
        if (!IsOurs && (IsRank || Environment.GetEnvironmentVariable("OMPI_COMM_WORLD_SIZE") is { Length: > 0 }))
            throw new UsageException($"{command}: starts its ranks itself, and cannot under mpiexec. Leave mpiexec away; -n RANKS says how many.");
    }

    /// <summary>Tells the tool the exit status; the launcher would only add words of its own to one that is not 0.</summary>
    /// <returns>The status to end with.</returns>
    public static int Report(ICommunicator world, TextWriter output, int status)
    {
        if (!IsOurs) return status;
        if (world.Rank == 0)
        {
            output.WriteLine($"{Mark}status {status}");
            output.Flush();
        }
        return 0;
    }
}
