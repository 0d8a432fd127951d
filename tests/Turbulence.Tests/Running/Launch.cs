using System.Numerics;
using System.Runtime.InteropServices;
using DistArray.Mpi;

namespace Turbulence.Tests.Running;

/// <summary>Starts the program, and the core's own, as a user does.</summary>
internal static class Launch
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(120);

    /// <summary>Runs Turbulence to its end, on some ranks under mpiexec.</summary>
    public static MpiLaunchResult Turbulence(int ranks, string arguments) =>
        MpiLauncher.Run(ranks, s_deadline, ["dotnet", typeof(Options).Assembly.Location, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Runs Turbulence, which must succeed.</summary>
    public static string Good(int ranks, string arguments) => Good(Turbulence(ranks, arguments));

    /// <summary>Runs the core's own Fortran program, which must succeed.</summary>
    public static string Plain(int ranks, string arguments) =>
        Good(MpiLauncher.Run(ranks, s_deadline, [CoreFiles.Program, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

    /// <summary>The complex numbers of a raw file.</summary>
    public static Complex[] Raw(string path) => MemoryMarshal.Cast<byte, Complex>(File.ReadAllBytes(path)).ToArray();

    private static string Good(MpiLaunchResult result)
    {
        Assert.That(result.ExitCode, Is.Zero, $"{result.Output}\n{result.Error}");
        return result.Output;
    }
}
