using System.Diagnostics;
using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>The processes of a job, found by a variable that they inherit from its launcher.</summary>
internal static class JobProcesses
{
    /// <summary>Holds the name of the job that a process belongs to.</summary>
    public const string Variable = "DISTARRAY_JOB";

    /// <summary>Kills what is left of a job on this machine, and waits until it is gone.</summary>
    /// <param name="job">The name of the job.</param>
    public static void Kill(string job)
    {
        foreach (int id in Find(job)) KillOne(id, TimeSpan.FromSeconds(1));
    }

    /// <summary>Kills the ranks, so that the launcher clears up and ends, or else the launcher too.</summary>
    /// <param name="job">The name of the job.</param>
    /// <param name="launcher">Its launcher.</param>
    public static void Kill(string job, Process launcher)
    {
        foreach (int id in Find(job).Where(id => id != launcher.Id && !IsLauncher(id))) KillOne(id, TimeSpan.Zero);
        if (launcher.WaitForExit(TimeSpan.FromSeconds(3))) return;
        launcher.Kill(entireProcessTree: true);
        launcher.WaitForExit(TimeSpan.FromSeconds(3));
    }

    /// <summary>Numbers of the processes of a job on this machine, the launcher among them.</summary>
    /// <param name="job">The name of the job.</param>
    public static List<int> Find(string job)
    {
        List<int> found = [];
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && Read(directory, "environ").Contains($"{Variable}={job}\0", StringComparison.Ordinal))
                found.Add(id);
        return found;
    }

    // MPICH's launcher has a helper a node, which ends with it.
    private static bool IsLauncher(int id) => Read($"/proc/{id}", "comm").StartsWith("hydra_pmi_proxy", StringComparison.Ordinal);

    private static void KillOne(int id, TimeSpan wait)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
            if (wait > TimeSpan.Zero) process.WaitForExit(wait);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended meanwhile.
        }
    }

    // What belongs to other users cannot be read, and is not ours.
    private static string Read(string directory, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
