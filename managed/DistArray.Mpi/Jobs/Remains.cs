using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>What is left on disk when ranks are killed: Open MPI's shared-memory files and the job's folder (MPICH leaves nothing), and .NET's <see cref="DiagnosticFiles"/>.</summary>
internal static class Remains
{
    public const int SigKill = 9;
    private const string SharedMemory = "/dev/shm";

    /// <summary>Open MPI's number of the job that this process belongs to, or null.</summary>
    public static uint? OwnJobId =>
        uint.TryParse(Environment.GetEnvironmentVariable("PMIX_NAMESPACE"), NumberStyles.None, CultureInfo.InvariantCulture, out uint id) ? id : null;

    /// <summary>Removes the shared-memory files of this process' job, and this process' own files; it is about to end.</summary>
    public static void RemoveOwn() => RemoveOwn(null);

    /// <summary>Removes all files of the job that this process is a rank of; its launcher has ended, and it is about to.</summary>
    public static void RemoveOwnJobs() => RemoveOwn(Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir"));

    /// <summary>Removes the files of a launcher that has ended, and whose ranks have.</summary>
    /// <param name="launcher">Number of its process, which the job's folder is named after.</param>
    /// <param name="since">When it was started.</param>
    public static void RemoveOf(int launcher, DateTime since)
    {
        DiagnosticFiles.RemoveOfDead(since);
        foreach (string user in UsersFolders())
        {
            string folder = Path.Combine(user, $"pid.{launcher}");
            if (Directory.Exists(folder))
                RemoveFiles(JobIn(folder), folder);
        }
    }

    /// <summary>Removes what a job left behind; its processes have ended.</summary>
    /// <param name="jobId">Open MPI's number of the job: its files are called like vader_segment.HOST.UID.JOB.RANK, in hexadecimal.</param>
    /// <param name="sessionDirectory">The job's folder; removed only where it looks like one.</param>
    /// <param name="since">When it was started.</param>
    public static void Remove(uint? jobId, string? sessionDirectory, DateTime since)
    {
        DiagnosticFiles.RemoveOfDead(since);
        RemoveFiles(jobId, sessionDirectory);
    }

    private static void RemoveOwn(string? sessionDirectory)
    {
        DiagnosticFiles.RemoveOwn();
        RemoveFiles(OwnJobId, sessionDirectory);
    }

    private static void RemoveFiles(uint? jobId, string? sessionDirectory)
    {
        try
        {
            if (jobId is { } id && Directory.Exists(SharedMemory))
                foreach (string file in Directory.EnumerateFiles(SharedMemory, $"*.{id:x}.*"))
                    File.Delete(file);
            if (Path.GetFileName(sessionDirectory)?.StartsWith("pid.", StringComparison.Ordinal) == true && Directory.Exists(sessionDirectory))
                Directory.Delete(sessionDirectory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process of the same job removes the same files.
        }
    }

    private static string[] UsersFolders()
    {
        try
        {
            return Directory.GetDirectories(Path.GetTempPath(), "ompi.*");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    // The launcher's own name stands in contact.txt: 1139605504.0;tcp://…; its job's is the next number.
    private static uint? JobIn(string folder)
    {
        try
        {
            string contact = File.ReadLines(Path.Combine(folder, "contact.txt")).FirstOrDefault("");
            return uint.TryParse(contact.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out uint launcher) ? launcher + 1 : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
