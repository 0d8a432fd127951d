using System.Diagnostics;
using System.Globalization;

namespace DistArray.Mpi;

/// <summary>The processes of a job, found by a variable that they inherit from its launcher.</summary>
internal static class JobProcesses
{
    /// <summary>Holds the name of the job that a process belongs to.</summary>
    public const string Variable = "DISTARRAY_JOB";

    /// <summary>Kills what is left of a job on this machine, and waits until it is gone.</summary>
    /// <param name="job">The name of the job.</param>
    public static void Kill(string job)
    {
        foreach (int id in Find(job))
        {
            try
            {
                using Process process = Process.GetProcessById(id);
                process.Kill();
                process.WaitForExit(TimeSpan.FromSeconds(1));
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It has ended meanwhile.
            }
        }
    }

    /// <summary>Numbers of the processes of a job on this machine.</summary>
    /// <param name="job">The name of the job.</param>
    public static List<int> Find(string job)
    {
        List<int> found = [];
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                && Variables(directory).Contains($"{Variable}={job}\0", StringComparison.Ordinal))
                found.Add(id);
        return found;
    }

    // Those of other users cannot be read, and are not ours.
    private static string Variables(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "environ"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
