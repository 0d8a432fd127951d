using DistArray.Bindings;
using DistArray.Interactive.Protocol;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive.Hosting;

/// <summary>The program of a rank: an engine that a client drives, or a compiled script.</summary>
internal static class Program
{
    /// <summary>First argument of a rank that runs a script.</summary>
    public const string ScriptOption = "--script";

    private static int Main(string[] arguments)
    {
        try
        {
            return Run(arguments);
        }
        catch (NativeLibraryException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return MpiEnvironment.FailureStatus;
        }
    }

    private static int Run(string[] arguments)
    {
        if (arguments is [ScriptOption, var folder, .. var rest]) return ScriptHost.Run(folder, rest);
        if (arguments is not [var address])
        {
            Console.Error.WriteLine("DistArray.Interactive.dll is started under mpiexec by Engines.Launch and `distarray run`; it is not for use by hand.");
            return 64;
        }
        using FrameChannel channel = FrameChannel.Connect(address);
        channel.TrySend(Hello(), ProtocolJson.Default.EngineMessage);
        return MpiEnvironment.Run(arguments, world => EngineServer.Serve(channel, Path.GetDirectoryName(address)!, world));
    }

    private static EngineMessage Hello() => new(MessageKind.Connected)
    {
        ProcessId = Environment.ProcessId,
        JobId = Remains.OwnJobId,
        SessionDirectory = Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir"),
    };
}
