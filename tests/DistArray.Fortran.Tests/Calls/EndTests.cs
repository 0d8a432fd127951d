using DistArray.Fortran.Tests.Support;
using DistArray.Mpi;

namespace DistArray.Fortran.Tests.Calls;

/// <summary>Whole programs of which one rank fails in its core while the others wait for it.</summary>
public class EndTests
{
    private static readonly string s_program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.Fortran.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.Fortran.Faults.dll"));

    [TestCase("callback", 70, "InvalidDataException: the integrand has a pole")]
    [TestCase("stop", 70, "legacy_halt of the core legacy ended with: STOP no more steam")]
    [TestCase("error-stop", 70, "legacy_halt of the core legacy ended with: ERROR STOP 9")]
    [TestCase("stop-outside", 71, "native code exits, with exit() or a STOP of Fortran, while MPI runs")]
    public void AFault_InTheCoreOfOneRank_EndsTheJob(string fault, int status, string text)
    {
        MpiLaunchResult result = MpiLauncher.Run(2, TimeSpan.FromSeconds(60), "dotnet", s_program, fault, TestCores.PathOf("legacy"));
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(status), result.Error);
        Assert.That(result.Error, Does.Contain("[rank 1 of 2] ").And.Contains(text));
        Assert.That(result.Output, Does.Not.Contain("done"));
    }
}
