using DistArray.IO;
using DistArray.Mpi;

namespace Turbulence;

/// <summary>The program: options first, MPI only when they make sense.</summary>
public static class Program
{
    private const int Done = 0, Failed = 1, Refused = 2;

    // Set by the launchers of Open MPI and MPICH, and known before MPI is.
    private static readonly bool s_isFirst =
        (Environment.GetEnvironmentVariable("OMPI_COMM_WORLD_RANK") ?? Environment.GetEnvironmentVariable("PMI_RANK") ?? "0") == "0";

    private static int Main(string[] args)
    {
        try
        {
            if (Options.Parse(args).Help)
            {
                if (s_isFirst) Console.WriteLine(Usage.Text());
                return Done;
            }
        }
        catch (UsageException e)
        {
            // The launcher kills the job as soon as one rank fails: rank 0 alone does, when it has told why.
            return s_isFirst ? Tell(e, Refused) : Done;
        }
        return MpiEnvironment.Run(args, world =>
        {
            try
            {
                return Simulation.Run(world, args) ? Done : StopRequest.ExitStatus;
            }
            catch (UsageException e)        // alike on every rank, as the next
            {
                return Tell(e, Refused);
            }
            catch (RunFailedException e)
            {
                return Tell(e, Failed);
            }
        }, ThreadLevel.Serialized);
    }

    private static int Tell(Exception e, int status)
    {
        if (s_isFirst) Console.Error.WriteLine($"turbulence: {e.Message}{(status == Refused ? "\nSee --help." : "")}");
        return status;
    }
}
