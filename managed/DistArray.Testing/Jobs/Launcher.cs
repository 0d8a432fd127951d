using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using DistArray.Mpi;

namespace DistArray.Testing.Jobs;

/// <summary>How the ranks' program is started.</summary>
internal static class Launcher
{
    /// <summary>Seconds that a launch may take, in place of 60.</summary>
    public const string DeadlineVariable = "DISTARRAY_MPIEXEC_TIMEOUT";

    // What Open MPI and MPICH tell the processes they start.
    private static readonly string[] Sizes = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE"];

    /// <summary>How long a job may take to come up.</summary>
    /// <exception cref="MpiLaunchException">The variable holds no number above 0.</exception>
    public static TimeSpan Deadline()
    {
        if (Environment.GetEnvironmentVariable(DeadlineVariable) is not { Length: > 0 } text) return TimeSpan.FromSeconds(60);
        return double.TryParse(text, CultureInfo.InvariantCulture, out double seconds) && seconds is > 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : throw new MpiLaunchException($"{DeadlineVariable} is '{text}'; it has to be a number of seconds above 0.");
    }

    /// <summary>The command that starts the ranks' program.</summary>
    /// <param name="assembly">The test assembly, whose dependencies and runtime the ranks use.</param>
    /// <param name="ranks">World size.</param>
    /// <param name="address">Where the ranks find the test process.</param>
    /// <exception cref="MpiLaunchException">The test assembly has no runtime configuration beside it, or this process is itself one of several
    /// ranks.</exception>
    public static ProcessStartInfo Command(Assembly assembly, int ranks, string address)
    {
        foreach (string name in Sizes)
            if (int.TryParse(Environment.GetEnvironmentVariable(name), out int size) && size > 1)
                throw new MpiLaunchException($"This test process is one of {size} ranks ({name}={size}), and each would start jobs of its own. Run the tests in this job: "
                    + $"mpiexec -n {size} dotnet exec DistArray.Testing.dll run {Path.GetFileName(assembly.Location)}, or leave mpiexec out.");
        ProcessStartInfo command = MpiLauncher.StartInfo(ranks, tagged: true, [Host(), .. Runtime(assembly.Location), typeof(Launcher).Assembly.Location, "serve", address]);
        // Ranks that wait leave the cores to those that work.
        command.Environment.TryAdd("OMPI_MCA_mpi_yield_when_idle", "1");
        return command;
    }

    /// <summary>What goes before the ranks' program, for it to have the dependencies and the runtime of the tests.</summary>
    /// <param name="testAssembly">Path of the test assembly.</param>
    /// <exception cref="MpiLaunchException">It has no runtime configuration beside it.</exception>
    public static string[] Runtime(string testAssembly)
    {
        string stem = Path.ChangeExtension(testAssembly, null);
        return File.Exists(stem + ".runtimeconfig.json")
            ? ["exec", "--runtimeconfig", stem + ".runtimeconfig.json", "--depsfile", stem + ".deps.json"]
            : throw new MpiLaunchException($"{stem}.runtimeconfig.json is missing: the ranks need it. "
                + "Build the tests as a test project (it refers to Microsoft.NET.Test.Sdk).");
    }

    /// <summary>Starts the command.</summary>
    /// <exception cref="MpiLaunchException">There is no launcher; says what to install.</exception>
    public static Process Start(ProcessStartInfo command)
    {
        try
        {
            return MpiLauncher.Start(command);
        }
        catch (InvalidOperationException exception)
        {
            throw new MpiLaunchException($"Tests on ranks need an MPI launcher. {exception.Message}");
        }
    }

    /// <summary>The program that runs assemblies: the one that runs this.</summary>
    public static string Host()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } given) return given;
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
