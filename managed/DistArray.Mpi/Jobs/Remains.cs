using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>What Open MPI leaves on disk when its processes are killed: shared-memory files and the job's folder.</summary>
internal static class Remains
{
    public const int SigKill = 9;
    private const string SharedMemory = "/dev/shm";

    /// <summary>Open MPI's number of the job that this process belongs to, or null.</summary>
    public static uint? OwnJobId =>
        uint.TryParse(Environment.GetEnvironmentVariable("PMIX_NAMESPACE"), NumberStyles.None, CultureInfo.InvariantCulture, out uint id) ? id : null;

    /// <summary>Removes the shared-memory files of this process' job.</summary>
    public static void RemoveOwn() => Remove(OwnJobId, null);

    /// <summary>Removes what a job left behind; its processes have ended.</summary>
    /// <param name="jobId">Open MPI's number of the job: its files are called like vader_segment.HOST.UID.JOB.RANK, in hexadecimal.</param>
    /// <param name="sessionDirectory">The job's folder; removed only where it looks like one.</param>
    public static void Remove(uint? jobId, string? sessionDirectory)
    {
        try
        {
            if (jobId is { } id && Directory.Exists(SharedMemory))
                foreach (string file in Directory.EnumerateFiles(SharedMemory, $"*.{id:x}.*"))
                    File.Delete(file);
            bool isJobs = Path.GetFileName(sessionDirectory)?.StartsWith("pid.", StringComparison.Ordinal) == true;
            if (sessionDirectory is { } directory && isJobs && Directory.Exists(directory))
                Directory.Delete(directory, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process of the same job removes the same files.
        }
    }
}
