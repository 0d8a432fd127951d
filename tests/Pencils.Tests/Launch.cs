using System.Globalization;
using DistArray.Mpi;

namespace Pencils.Tests;

/// <summary>Starts the program, and the core's own, as a user does.</summary>
internal static class Launch
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(120);
    private static readonly string s_program = typeof(Options).Assembly.Location;

    /// <summary>Runs Pencils to its end.</summary>
    public static MpiLaunchResult Pencils(int ranks, string arguments) => MpiLauncher.Run(ranks, s_deadline, ["dotnet", s_program, .. arguments.Split(' ')]);

    /// <summary>Runs Pencils, which must succeed.</summary>
    /// <returns>The numbers of each line of its table.</returns>
    public static double[][] Good(int ranks, string arguments) =>
        [.. Good(Pencils(ranks, arguments)).Split('\n').Where(line => line.StartsWith("   ", StringComparison.Ordinal)).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>Runs the core's own Fortran program, which must succeed.</summary>
    public static string Plain(int ranks, string arguments) =>
        Good(MpiLauncher.Run(ranks, s_deadline, [Path.Combine(Path.GetDirectoryName(s_program)!, "pencils_plain"), .. arguments.Split(' ')]));

    private static string Good(MpiLaunchResult result)
    {
        Assert.That(result.ExitCode, Is.Zero, $"{result.Output}\n{result.Error}");
        return result.Output;
    }
}
