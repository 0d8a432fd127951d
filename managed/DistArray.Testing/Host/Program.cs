using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Jobs;
using DistArray.Testing.Protocol;

namespace DistArray.Testing.Host;

/// <summary>The program of a rank, under the test process or in a batch job, and of the child that reads a hung rank's stack.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["serve", var address]:
                return Serve(address);
            case ["stacks", var process, var assembly]:
                foreach (string line in ManagedStacks.Read(int.Parse(process, CultureInfo.InvariantCulture), assembly)) Console.WriteLine(line);
                return 0;
            case ["run", var assembly, .. var options] when File.Exists(assembly):
                return MpiTestProgram.Run(options, Load(Path.GetFullPath(assembly)));
            case ["run", var assembly, ..]:
                return MpiTestProgram.Refuse($"There is no '{assembly}'.");
            default:
                return MpiTestProgram.Refuse("Nothing is said to run.");
        }
    }

    private static int Serve(string address)
    {
        using FrameChannel channel = FrameChannel.Connect(address);
        channel.TrySend(Hello(), ProtocolJson.Default.RankMessage);
        return MpiEnvironment.Run([], world => RankServer.Serve(channel, world));
    }

    // What the tests need lies beside them, and is none of this program's own dependencies.
    private static Assembly Load(string path)
    {
        AssemblyDependencyResolver resolver = new(path);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) => resolver.ResolveUnmanagedDllToPath(name) is { } found ? NativeLibrary.Load(found) : 0;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }

    private static RankMessage Hello() => new(RankMessageKind.Connected)
    {
        ProcessId = Environment.ProcessId,
        JobId = Remains.OwnJobId,
        SessionDirectory = Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir"),
    };
}
