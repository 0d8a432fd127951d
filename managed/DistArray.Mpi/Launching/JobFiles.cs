using System.Globalization;

namespace DistArray.Mpi;

/// <summary>What Open MPI leaves on disk when a launcher and its ranks are killed: shared-memory files and the job's folder. MPICH leaves nothing.</summary>
internal static class JobFiles
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>Removes the files of the job that this process is a rank of; its launcher has ended.</summary>
    public static void RemoveOwn()
    {
        uint? job = uint.TryParse(Environment.GetEnvironmentVariable("PMIX_NAMESPACE"), NumberStyles.None, CultureInfo.InvariantCulture, out uint id) ? id : null;
        Remove(job, Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir"));
    }

    /// <summary>Removes the files of a launcher that has ended, and whose ranks have.</summary>
    /// <param name="launcher">Number of its process, which the job's folder is named after.</param>
    public static void RemoveOf(int launcher)
    {
        foreach (string user in Directory.EnumerateDirectories(Path.GetTempPath(), "ompi.*"))
        {
            string folder = Path.Combine(user, $"pid.{launcher}");
            if (Directory.Exists(folder))
                Remove(JobIn(folder), folder);
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

    private static void Remove(uint? job, string? folder)
    {
        try
        {
            // vader_segment.HOST.UID.JOB.RANK, the job in hexadecimal.
            if (job is { } id && Directory.Exists(SharedMemory))
                foreach (string file in Directory.EnumerateFiles(SharedMemory, $"*.{id:x}.*"))
                    File.Delete(file);
            if (Path.GetFileName(folder)?.StartsWith("pid.", StringComparison.Ordinal) == true && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another process of the same job removes the same files.
        }
    }
}
