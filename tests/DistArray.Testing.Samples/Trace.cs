using System.Globalization;

namespace DistArray.Testing.Samples;

/// <summary>Leaves the marks of a rank in a file, for the one who looks whether anything of the job stays behind.</summary>
internal static class Trace
{
    public const string Variable = "DISTARRAY_SAMPLES_TRACE";

    /// <summary>Adds a line: process, Open MPI's number of the job in hexadecimal, its folder; dashes for the two under MPICH, which has neither.</summary>
    public static void Leave()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path) return;
        string job = Environment.GetEnvironmentVariable("PMIX_NAMESPACE") is { } name ? $"{uint.Parse(name, CultureInfo.InvariantCulture):x}" : "-";
        string folder = Environment.GetEnvironmentVariable("OMPI_MCA_orte_jobfam_session_dir") ?? "-";
        File.WriteAllText($"{path}.{Environment.ProcessId}", $"{Environment.ProcessId} {job} {folder}");
    }
}
