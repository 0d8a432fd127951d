using System.Globalization;
using System.Text.RegularExpressions;

namespace Turbulence.Tests.Running;

/// <summary>--poisson: Trilinos on the core's memory, against the core's own potential.</summary>
public class PoissonTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Solve_OfTheSameState_ConvergesToTheCoresPotentialWithOrderEight(int ranks)
    {
        double coarse = Number(Launch.Good(ranks, "--n 128 --steps 0 --poisson 1e-12"), "difference");
        string output = Launch.Good(ranks, "--n 256 --steps 0 --poisson 1e-12");
        Assert.That(coarse, Is.InRange(1e-6, 1e-4));
        Assert.That(Math.Log2(coarse / Number(output, "difference")), Is.EqualTo(8).Within(0.5));
        Assert.That(Number(output, "residual"), Is.LessThan(2e-12));
        Assert.That(Number(output, "iterations"), Is.InRange(5, 40));
        Assert.That(output, Does.Contain("bytes_copied=0"));
    }

    [TestCase("--model mhd --poisson 1e-8", "mhd has no vorticity")]
    [TestCase("--n 8 --poisson 1e-8", "4 lines of the grid on every rank")]
    [TestCase("--poisson 2", "between 0 and 1")]
    public void Options_ThatMakeNoSense_AreRefusedBeforeTheRun(string arguments, string part)
    {
        DistArray.Mpi.MpiLaunchResult result = Launch.Turbulence(3, arguments);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain(part));
    }

    [Test]
    public void WhereTrilinosIsNot_ArraysWork_AndTheOptionSaysWhatIsMissing()
    {
        // The native libraries of a build without it.
        string native = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "libdistarray.so", "libdistarray_hdf5.so" }) File.Copy(Path.Combine(native, name), folder[name]);
        string[] command = ["env", $"DISTARRAY_NATIVE={folder.Path}", "dotnet", typeof(Options).Assembly.Location, "--n", "32", "--steps", "2"];
        DistArray.Mpi.MpiLaunchResult without = DistArray.Mpi.MpiLauncher.Run(2, TimeSpan.FromSeconds(60), command);
        Assert.That(without.ExitCode, Is.Zero, without.Error);
        Assert.That(without.Output, Does.Contain("bytes_copied=0"));
        DistArray.Mpi.MpiLaunchResult refused = DistArray.Mpi.MpiLauncher.Run(2, TimeSpan.FromSeconds(60), [.. command, "--poisson", "1e-8"]);
        Assert.That(refused.ExitCode, Is.EqualTo(2), refused.Error);
        Assert.That(refused.Error, Does.Contain("needs Trilinos").And.Contains("./build.sh setup"));
    }

    private static double Number(string output, string name) =>
        double.Parse(Regex.Match(output, $@"\bpoisson_{name}=(\S+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
