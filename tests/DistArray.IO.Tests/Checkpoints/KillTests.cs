using System.Diagnostics;
using DistArray.Mpi;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>A job that is killed while it saves leaves a complete checkpoint, the old or the new one.</summary>
public class KillTests
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);

    private static readonly string s_program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.IO.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.IO.Faults.dll"));

    [TestCase(16)]
    [TestCase(200, Category = "Long")]
    public void Job_KilledAtRandomMoments_LeavesTheOldOrTheNewCheckpoint(int kills)
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        var random = new System.Random(kills);
        int unfinished = 0;
        long last = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            int ranks = 1 + kill % 3;
            Kill(folder, ranks, whole: random.Next(2) == 0, random.Next(ranks), () => Thread.Sleep(random.Next(60)), last);
            string[] log = File.ReadAllLines(folder["log"]);
            long started = Last(log, "start "), done = Last(log, "done ");
            using DistArray<double> loaded = Np.Zeros<double>(new Distribution(self, [61, 257]));
            long step = 0;
            LoadedCheckpoint taken = Checkpoint.LoadLatest(folder["checkpoints"], self, state =>
            {
                state.Value("step", ref step);
                state.Array("array", loaded);
            });
            Assert.That(taken.Warnings, Is.Empty, $"kill {kill}");
            Assert.That(step, Is.AnyOf(done, started), $"kill {kill}");
            Assert.That((taken.Info.Step, taken.Info.Provenance.Ranks), Is.EqualTo((step, ranks)));
            Assert.That(loaded.LocalToArray(), Is.EqualTo(Enumerable.Range(0, 61 * 257).Select(i => step * 1e6 + i)), $"kill {kill}");
            unfinished += Directory.GetFiles(folder["checkpoints"], "*.partial").Length;
            Assert.That(Directory.GetFiles(folder["checkpoints"]), Has.Length.InRange(1, 4), $"kill {kill}");
            last = step;
        }
        // Otherwise no kill has met a checkpoint that was being written.
        Assert.That(unfinished, Is.GreaterThan(kills / 10));
        TestContext.Out.WriteLine($"{kills} kills, {unfinished} during writing, {last} checkpoints");
    }

    private static void Kill(SharedFolder folder, int ranks, bool whole, int victim, Action wait, long last)
    {
        using Process launcher = MpiLauncher.Start(MpiLauncher.StartInfo(ranks, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", s_program, folder.Path));
        launcher.OutputDataReceived += (_, _) => { };
        launcher.BeginOutputReadLine();
        Task<string> error = launcher.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        while (!File.Exists(folder["log"]) || Last(ReadLog(folder), "done ") <= last)
        {
            Assert.That(clock.Elapsed < s_deadline && !launcher.HasExited, Is.True, () => $"no checkpoint was saved: {(launcher.HasExited ? error.Result : "")}");
            Thread.Sleep(5);
        }
        Process[] processes = [.. Enumerable.Range(0, ranks).Select(rank => Process.GetProcessById(int.Parse(File.ReadAllText(folder[$"pid.{rank}"]))))];
        wait();
        foreach (Process process in whole ? [.. processes, launcher] : (Process[])[processes[victim]])
            process.Kill();
        Assert.That(launcher.WaitForExit(s_deadline), Is.True, "the job goes on after one of its ranks was killed");
        foreach (Process process in processes)
        {
            Assert.That(process.WaitForExit(s_deadline), Is.True);
            process.Dispose();
        }
    }

    private static string[] ReadLog(SharedFolder folder)
    {
        using var reader = new StreamReader(new FileStream(folder["log"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    private static long Last(string[] log, string what) => log.LastOrDefault(line => line.StartsWith(what, StringComparison.Ordinal)) is { } line ? long.Parse(line[what.Length..]) : 0;
}
