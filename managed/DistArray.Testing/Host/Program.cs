using DistArray.Mpi;
using DistArray.Testing.Jobs;
using DistArray.Testing.Protocol;

namespace DistArray.Testing.Host;

/// <summary>The program of a rank: connects to the test process, starts MPI, and runs the tests it is told to.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var address])
        {
            Console.Error.WriteLine("DistArray.Testing.dll is started under mpiexec by [MpiTest] "
                + "with the address of the test process; it is not for use by hand.");
            return 64;
        }
        using MessageChannel channel = MessageChannel.Connect(address);
        channel.TrySend(Hello(), ProtocolJson.Default.RankMessage);
        return MpiEnvironment.Run(arguments, world => RankServer.Serve(channel, world));
    }

    private static RankMessage Hello() => new(RankMessageKind.Connected)
    {
        ProcessId = Environment.ProcessId,
        JobId = Remains.OwnJobId,
        SessionDirectory = Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir"),
    };
}
