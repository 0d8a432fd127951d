using System.Diagnostics;
using DistArray.Mpi;

namespace DistArray.IO.Tests;

/// <summary>Jobs of DistArray.IO.Faults: one that writes until it, or one of its ranks, is killed, and one that has a single thread for MPI.</summary>
internal static class FaultJob
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(60);

    private static readonly string s_program = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "DistArray.IO.Faults", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "DistArray.IO.Faults.dll"));

    /// <summary>Runs a job that goes on from what is in the folder, and kills it at a random moment after it has written something.</summary>
    /// <param name="work">What it writes.</param>
    /// <param name="folder">Where.</param>
    /// <param name="ranks">Ranks of the job.</param>
    /// <param name="random">Whether the whole job or a rank is killed, which, and when.</param>
    /// <param name="last">The last step that is there already.</param>
    /// <returns>The last steps that it has begun and finished to write.</returns>
    public static (long Started, long Done) Kill(string work, SharedFolder folder, int ranks, System.Random random, long last)
    {
        bool whole = random.Next(2) == 0;
        int victim = random.Next(ranks);
        using Process launcher = Start(work, folder, ranks);
        Task<string> error = launcher.StandardError.ReadToEndAsync();
        var clock = Stopwatch.StartNew();
        while (!File.Exists(folder["log"]) || Last(ReadLog(folder), "done ") <= last)
        {
            Assert.That(clock.Elapsed < s_deadline && !launcher.HasExited, Is.True, () => $"nothing was written: {(launcher.HasExited ? error.Result : "")}");
            Thread.Sleep(5);
        }
        Process[] processes = [.. Enumerable.Range(0, ranks).Select(rank => Process.GetProcessById(int.Parse(File.ReadAllText(folder[$"pid.{rank}"]))))];
        Thread.Sleep(random.Next(60));
        foreach (Process process in whole ? [.. processes, launcher] : (Process[])[processes[victim]])
            process.Kill();
        Assert.That(launcher.WaitForExit(s_deadline), Is.True, "the job goes on after one of its ranks was killed");
        foreach (Process process in processes)
        {
            Assert.That(process.WaitForExit(s_deadline), Is.True);
            process.Dispose();
        }
        string[] log = File.ReadAllLines(folder["log"]);
        return (Last(log, "start "), Last(log, "done "));
    }

    /// <summary>Runs a job to its end.</summary>
    /// <param name="work">What it writes.</param>
    /// <param name="folder">Where.</param>
    /// <param name="ranks">Ranks of the job.</param>
    /// <returns>The lines of its log.</returns>
    public static string[] RunToEnd(string work, SharedFolder folder, int ranks)
    {
        using Process job = Start(work, folder, ranks);
        Task<string> error = job.StandardError.ReadToEndAsync();
        Assert.That(job.WaitForExit(s_deadline), Is.True, "the job does not end");
        Assert.That(job.ExitCode, Is.Zero, error.Result);
        return File.ReadAllLines(folder["log"]);
    }

    private static Process Start(string work, SharedFolder folder, int ranks)
    {
        Process launcher = MpiLauncher.Start(MpiLauncher.StartInfo(ranks, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", s_program, work, folder.Path));
        launcher.OutputDataReceived += (_, _) => { };
        launcher.BeginOutputReadLine();
        return launcher;
    }

    private static string[] ReadLog(SharedFolder folder)
    {
        using var reader = new StreamReader(new FileStream(folder["log"], FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n')[..^1];
    }

    private static long Last(string[] log, string what) => log.LastOrDefault(line => line.StartsWith(what, StringComparison.Ordinal)) is { } line ? long.Parse(line[what.Length..]) : 0;
}
