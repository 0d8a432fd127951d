using System.Diagnostics;
using System.Text;

namespace DistArray.Mpi;

/// <summary>Starts programs on several ranks with the launcher of the MPI library, always with a deadline.</summary>
/// <remarks>The launcher is <c>mpiexec</c> of PATH, or what DISTARRAY_MPIEXEC names; DISTARRAY_MPIEXEC_ARGS replaces the options for Open MPI.</remarks>
public static class MpiLauncher
{
    // What a launcher or a test runner leaves in the environment would make the new job believe that it is part of the old one.
    private static readonly string[] Inherited = ["OMPI_", "PMIX_", "PMI_", "PRTE_", "HYDRA_", "VSTEST_", "TESTINGPLATFORM_"];

    /// <summary>What to start for a program on several ranks: standard streams redirected, nothing inherited from a job around it.</summary>
    /// <param name="ranks">Number of ranks, 1 or more.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>The start information of mpiexec.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ranks"/> is less than 1.</exception>
    public static ProcessStartInfo StartInfo(int ranks, params IReadOnlyList<string> command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DISTARRAY_MPIEXEC") ?? "mpiexec")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string option in Options()) start.ArgumentList.Add(option);
        start.ArgumentList.Add("-n");
        start.ArgumentList.Add(ranks.ToString());
        foreach (string part in command) start.ArgumentList.Add(part);
        foreach (string name in start.Environment.Keys.Where(IsInherited).ToArray()) start.Environment.Remove(name);
        start.Environment["TERM"] = "dumb";
        start.Environment.TryAdd("OPENBLAS_NUM_THREADS", "1");
        return start;
    }

    /// <summary>Runs a program on several ranks to its end, or to the deadline, when all of it is killed.</summary>
    /// <param name="ranks">Number of ranks, 1 or more.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>How it ended and what it printed.</returns>
    /// <exception cref="InvalidOperationException">There is no mpiexec.</exception>
    public static MpiLaunchResult Run(int ranks, TimeSpan deadline, params IReadOnlyList<string> command)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(StartInfo(ranks, command));
        process.StandardInput.Close();
        var output = new StringBuilder();
        var error = new StringBuilder();
        Task read = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, error));
        bool ended = process.WaitForExit(deadline);
        var duration = clock.Elapsed;
        if (!ended) process.Kill(entireProcessTree: true);
        // Ranks that outlive their launcher keep the pipes open: what came until then is told.
        read.Wait(TimeSpan.FromSeconds(5));
        return new MpiLaunchResult(ended ? process.ExitCode : -1, Text(output), Text(error), duration, !ended);

        static string Text(StringBuilder text)
        {
            lock (text)
                return text.ToString();
        }
    }

    /// <summary>Starts a process of <see cref="StartInfo"/>.</summary>
    /// <param name="start">The start information.</param>
    /// <returns>The process.</returns>
    /// <exception cref="InvalidOperationException">There is no mpiexec.</exception>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new InvalidOperationException(
                $"'{start.FileName}' does not start ({e.Message}). Install it (Debian: apt-get install openmpi-bin), or name it in DISTARRAY_MPIEXEC.", e);
        }
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            lock (text)
                text.Append(buffer, 0, count);
    }

    private static IEnumerable<string> Options()
    {
        if (Environment.GetEnvironmentVariable("DISTARRAY_MPIEXEC_ARGS") is { } options)
            return options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Open MPI binds small jobs to one core each, counts cores, refuses root, and gives ranks a pty that .NET writes escapes to.
        string[] common = ["--oversubscribe", "--bind-to", "none", "-x", "TERM=dumb"];
        return Environment.UserName == "root" ? ["--allow-run-as-root", .. common] : common;
    }

    private static bool IsInherited(string name) =>
        Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !name.StartsWith("OMPI_MCA_", StringComparison.Ordinal);
}
