using System.Diagnostics;
using DistArray.Mpi;

namespace Turbulence.Tests.Running;

/// <summary>A run that is stopped saves a checkpoint, and goes on from it as if it had never stopped.</summary>
public class StopTests
{
    private const string Run = "--model mhd --n 48 --dt 2e-4 --nu 0.05";
    private const int Stopped = 75, Ranks = 2;

    [TestCase("USR1", true, Stopped)]
    [TestCase("USR1", false, Stopped)]
    [TestCase("TERM", false, Stopped)]
    public void Signal_DuringARun_StopsItAndTheRestContinuesBitwise(string signal, bool toLauncher, int status)
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Signalled($"{Run} --until 1000 --output {folder["out"]} --json {folder["series.json"]}", signal, toLauncher);
        Assert.That(result.ExitCode, Is.EqualTo(status), result.Error);
        Assert.That(result.Output, Does.Contain($"stopped={(signal == "TERM" ? "Termination" : "UserSignal")} step="), result.Error);
        Assert.That(Series.Read(folder["series.json"]), Is.Not.Empty);
        AssertContinues(folder);
    }

    // Open MPI gives the job up: the ranks have a second after their SIGTERM, enough for a checkpoint or not, and its status is its own.
    [Test]
    public void Termination_OfTheLauncher_LeavesACheckpointToContinueFromBitwise()
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Signalled($"{Run} --until 1000 --output {folder["out"]} --checkpoint-every 50", "TERM", toLauncher: true);
        Assert.That((result.ExitCode, result.TimedOut), Is.EqualTo((1, false)), result.Error);
        AssertContinues(folder);
    }

    [Test]
    public void Termination_OfTheLauncherWithTimeToSave_SavesTheLastStep()
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Signalled($"--model mhd --n 48 --until 1000 --output {folder["out"]}", "TERM", toLauncher: true, ("OMPI_MCA_odls_base_sigkill_timeout", "4"));
        Assert.That(result.ExitCode, Is.Not.Zero);
        Assert.That(result.Output, Does.Contain("stopped=Termination step="), result.Error);
        string checkpoint = Directory.GetFiles(folder["out"], "checkpoint_*").Single();
        Assert.That(result.Output, Does.Contain($" step={Path.GetFileNameWithoutExtension(checkpoint).Split('_')[^1]} "));
    }

    [Test]
    public void WallLimit_DuringARun_StopsItAndTheRestContinuesBitwise()
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Launch.Turbulence(Ranks, $"{Run} --until 1000 --output {folder["out"]} --wall-limit 00:00:02");
        Assert.That(result.ExitCode, Is.EqualTo(Stopped), result.Error);
        Assert.That(result.Output, Does.Contain("stopped=WallLimit step="));
        AssertContinues(folder);
    }

    [Test]
    public void Restart_WithADamagedCheckpoint_TakesTheOneBeforeWithAWarning()
    {
        using var folder = new TemporaryFolder();
        const string run = "--model hw --n 32 --steps";
        Launch.Good(1, $"{run} 50 --output {folder["out"]} --checkpoint-every 20");
        string[] checkpoints = [.. Directory.GetFiles(folder["out"], "checkpoint_*.h5").Order(StringComparer.Ordinal)];
        Assert.That(checkpoints.Select(Path.GetFileName), Is.EqualTo(new[] { "checkpoint_000002_step_40.h5", "checkpoint_000003_step_50.h5" }));

        Launch.Good(1, $"--restart {checkpoints[1]} --steps 0 --raw-final {folder["50"]}");
        Python.Run($"""
            import h5py
            offset = h5py.File('{checkpoints[1]}')['state'].id.get_offset()
            file = open('{checkpoints[1]}', 'r+b')
            file.seek(offset + 1000)
            byte = file.read(1)[0]
            file.seek(offset + 1000)
            file.write(bytes([byte ^ 4]))
            """);
        MpiLaunchResult result = Launch.Turbulence(1, $"--restart latest --output {folder["out"]} --steps 10 --raw-final {folder["again"]}");
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(result.Error, Does.Contain($"turbulence: {checkpoints[1]} cannot be loaded").And.Contain("checksum of state"));
        Assert.That(File.ReadAllBytes(folder["again"]), Is.EqualTo(File.ReadAllBytes(folder["50"])));
    }

    [Test]
    public void Restart_LatestWithoutACheckpoint_IsRefused()
    {
        using var folder = new TemporaryFolder();
        MpiLaunchResult result = Launch.Turbulence(Ranks, $"--restart latest --output {folder.Path}");
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain($"There is no checkpoint in {folder.Path}"));
    }

    // Wherever it was stopped: 50 steps from there, and as many steps in one go.
    private static void AssertContinues(TemporaryFolder folder)
    {
        string newest = Directory.GetFiles(folder["out"], "checkpoint_*.h5").Max(StringComparer.Ordinal)!;
        int step = int.Parse(Path.GetFileNameWithoutExtension(newest).Split('_')[^1]);
        Launch.Good(Ranks, $"--restart latest --output {folder["out"]} --steps 50 --raw-final {folder["rest"]}");
        Launch.Good(Ranks, $"{Run} --steps {step + 50} --raw-final {folder["whole"]}");
        Assert.That(File.ReadAllBytes(folder["rest"]), Is.EqualTo(File.ReadAllBytes(folder["whole"])));
    }

    // Starts a run, and sends a signal to mpiexec or to its last rank when the run is on.
    private static MpiLaunchResult Signalled(string arguments, string signal, bool toLauncher, params (string Name, string Value)[] environment)
    {
        var clock = Stopwatch.StartNew();
        ProcessStartInfo start = MpiLauncher.StartInfo(Ranks, ["dotnet", typeof(Options).Assembly.Location, .. arguments.Split(' ')]);
        foreach ((string name, string value) in environment) start.Environment[name] = value;
        using Process launcher = MpiLauncher.Start(start);
        launcher.StandardInput.Close();
        Task<string> error = launcher.StandardError.ReadToEndAsync();
        string first = launcher.StandardOutput.ReadLine() ?? "";
        Task<string> output = launcher.StandardOutput.ReadToEndAsync();
        Thread.Sleep(700);
        int target = toLauncher ? launcher.Id : Children(launcher.Id).Max();
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{target}"])) kill.WaitForExit();
        bool ended = launcher.WaitForExit(TimeSpan.FromSeconds(60));
        if (!ended) launcher.Kill(entireProcessTree: true);
        return new MpiLaunchResult(ended ? launcher.ExitCode : -1, first + output.Result, error.Result, clock.Elapsed, !ended);
    }

    private static IEnumerable<int> Children(int parent) =>
        from folder in Directory.GetDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _) && File.Exists($"{folder}/status")
        let line = File.ReadLines($"{folder}/status").FirstOrDefault(line => line.StartsWith("PPid:", StringComparison.Ordinal))
        where line is not null && int.Parse(line[5..]) == parent
        select int.Parse(Path.GetFileName(folder));
}
