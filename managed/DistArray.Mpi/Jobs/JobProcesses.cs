using System.Diagnostics;
using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>The processes of a job, found by the address that their command lines carry.</summary>
internal static class JobProcesses
{
    /// <summary>Ids of all processes but the launcher that were started with the address.</summary>
    public static IEnumerable<int> Find(string address, int launcher)
    {
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int id) || id == launcher) continue;
            if (CommandLine(directory).Contains(address, StringComparison.Ordinal)) yield return id;
        }
    }

    /// <summary>Kills the ranks, so that the launcher clears up and ends, or else the launcher too.</summary>
    public static void Kill(string address, Process launcher)
    {
        foreach (int id in Find(address, launcher.Id)) KillOne(id);
        if (launcher.WaitForExit(TimeSpan.FromSeconds(3))) return;
        launcher.Kill(entireProcessTree: true);
        launcher.WaitForExit(TimeSpan.FromSeconds(3));
    }

    private static void KillOne(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended meanwhile.
        }
    }

    private static string CommandLine(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
