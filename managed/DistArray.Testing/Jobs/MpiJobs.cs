using System.Reflection;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Jobs;

/// <summary>The jobs of this test process: one for a test assembly and world size, kept for the next test.</summary>
internal static class MpiJobs
{
    private const int LaunchesToTry = 2;
    private static readonly Lock Gate = new();
    private static readonly Dictionary<(Assembly, int), MpiJob> Jobs = [];
    private static readonly Dictionary<(Assembly, int), (int Count, string Message)> Failures = [];

    static MpiJobs() => AppDomain.CurrentDomain.ProcessExit += (_, _) => CloseAll();

    /// <summary>Runs a test on its job; one test at a time, however many workers NUnit has.</summary>
    /// <exception cref="MpiLaunchException">The job could not be launched.</exception>
    public static JobReport Run(Assembly assembly, int ranks, ITest test)
    {
        lock (Gate)
        {
            List<string> notes = [];
            MpiJob job = Get((assembly, ranks), notes);
            JobReport report = job.Run(test);
            return report with { Output = [.. notes, .. report.Output] };
        }
    }

    /// <summary>Lets the ranks that have a fixture's one-time set-up run its tear-down.</summary>
    /// <returns>A report for each job that had it.</returns>
    public static IReadOnlyList<JobReport> EndFixture(Assembly assembly, string fixture)
    {
        lock (Gate)
            return [.. Jobs.Where(job => job.Key.Item1 == assembly && job.Value.OpenFixture == fixture && job.Value.IsUsable()).Select(job => job.Value.EndFixture())];
    }

    /// <summary>Ends all jobs, in order where their ranks are idle. In the middle of a test it leaves them to find out that
    /// this process has ended.</summary>
    private static void CloseAll()
    {
        if (!Gate.TryEnter()) return;
        try
        {
            foreach (MpiJob job in Jobs.Values) job.Release();
            foreach (MpiJob job in Jobs.Values) job.Dispose();
            Jobs.Clear();
        }
        finally
        {
            Gate.Exit();
        }
    }

    private static MpiJob Get((Assembly Assembly, int Ranks) key, List<string> notes)
    {
        if (Jobs.TryGetValue(key, out MpiJob? job))
        {
            if (job.IsUsable()) return job;
            notes.AddRange(job.Obituary());
            job.Dispose();
            Jobs.Remove(key);
        }
        if (Failures.TryGetValue(key, out var failure) && failure.Count >= LaunchesToTry) throw new MpiLaunchException(failure.Message);
        try
        {
            job = MpiJob.Launch(key.Assembly, key.Ranks);
        }
        catch (MpiLaunchException exception)
        {
            Failures[key] = (failure.Count + 1, exception.Message);
            throw;
        }
        Failures.Remove(key);
        return Jobs[key] = job;
    }
}
