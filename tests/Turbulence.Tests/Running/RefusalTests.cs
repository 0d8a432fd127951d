using DistArray.Mpi;

namespace Turbulence.Tests.Running;

public class RefusalTests
{
    [TestCase("--n 7", "turbulence: --n 7: it must be even, 8 to 32768.")]
    [TestCase("--modle hw", "turbulence: There is no option '--modle'. Did you mean '--model'?")]
    public void BadOption_OnThreeRanks_IsToldOnceAndEndsWithTwo(string arguments, string message)
    {
        MpiLaunchResult result = Launch.Turbulence(3, arguments);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error.Split(message), Has.Length.EqualTo(2), result.Error);
    }

    [Test]
    public void Help_OnThreeRanks_IsPrintedOnce()
    {
        MpiLaunchResult result = Launch.Turbulence(3, "--help");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Output.Split("usage:"), Has.Length.EqualTo(2), result.Output);
    }

    [TestCase("--output {0}/file/below", "cannot be made")]
    [TestCase("--json {0}/missing/series.json", "cannot be written")]
    [TestCase("--json {0}", "it is a folder")]
    [TestCase("--raw-final {0}/missing/end.raw", "cannot be written")]
    [TestCase("--raw-initial {0}/missing.raw", "missing.raw")]
    [TestCase("--raw-initial {0}/file", "file")]
    [TestCase("--restart {0}/missing.h5", "missing.h5")]
    [TestCase("--restart {0}/file", "file")]
    public void File_ThatCannotBeUsed_IsFoundBeforeTheRun(string arguments, string part)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "not what is wanted");
        MpiLaunchResult result = Launch.Turbulence(2, $"--n 16 --until 1e9 {string.Format(arguments, folder.Path)}");
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error, Does.Contain("turbulence: ").And.Contain(part));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Is.EqualTo(new[] { folder["file"] }), "nothing is left");
    }

    [Test]
    public void BlowUp_OnTwoRanks_IsToldWithItsTimeAndEndsWithOne()
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Launch.Turbulence(2, $"--model mhd --n 32 --nu 0 --dt 0.5 --until 100 --json {folder["series.json"]}");
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Error);
        Assert.That(result.Error, Does.Contain("The run blew up before t = ").And.Contain("Take a smaller --dt than 0.5"));
        Assert.That(Series.Read(folder["series.json"]).SelectMany(sample => sample.Values), Is.All.Matches<double>(double.IsFinite));
    }

    [Test]
    public void Run_WithoutALauncher_IsOneRank()
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("dotnet",
            [typeof(Options).Assembly.Location, "--n", "16", "--steps", "3"]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(output, Does.Contain("ranks=1"));
    }
}
