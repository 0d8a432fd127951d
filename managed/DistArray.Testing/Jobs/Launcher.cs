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
    /// <exception cref="MpiLaunchException">The test assembly has no runtime configuration beside it.</exception>
    public static ProcessStartInfo Command(Assembly assembly, int ranks, string address)
    {
        string stem = Path.ChangeExtension(assembly.Location, null);
        if (!File.Exists(stem + ".runtimeconfig.json"))
            throw new MpiLaunchException($"{stem}.runtimeconfig.json is missing: the ranks need it. "
                + "Build the tests as a test project (it refers to Microsoft.NET.Test.Sdk).");
        string[] runtime = ["--runtimeconfig", stem + ".runtimeconfig.json", "--depsfile", stem + ".deps.json"];
        ProcessStartInfo command = MpiLauncher.StartInfo(ranks, tagged: true, [Host(), "exec", .. runtime, typeof(Launcher).Assembly.Location, address]);
        // Ranks that wait leave the cores to those that work.
        command.Environment.TryAdd("OMPI_MCA_mpi_yield_when_idle", "1");
        return command;
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

    private static string Host()
    {
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } given) return given;
        string beside = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(beside) ? beside : "dotnet";
    }
}
