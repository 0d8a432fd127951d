using System.Diagnostics;
using System.Text;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

/// <summary>Starts programs on several ranks with the launcher of the MPI library, always with a deadline.</summary>
/// <remarks>
/// <para>The launcher is <c>mpiexec</c> of PATH, or what DISTARRAY_MPIEXEC names, Open MPI's or MPICH's; DISTARRAY_MPIEXEC_ARGS replaces its
/// options. It has to be that of the MPI which the native library was built with.</para>
/// <para>Nothing of a job that fails stays behind: ranks that outlive their launcher are killed, and the files of Open MPI and of .NET's debugging are removed.</para>
/// </remarks>
public static class MpiLauncher
{
    // What a launcher or a test runner leaves in the environment would make the new job believe that it is part of the old one.
    private static readonly string[] Inherited = ["OMPI_", "PMIX_", "PMI_", "PRTE_", "HYDRA_", "VSTEST_", "TESTINGPLATFORM_"];

    /// <summary>What to start for a program on several ranks: standard streams redirected, nothing inherited from a job around it.</summary>
    /// <param name="ranks">Number of ranks, 1 or more.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>The start information of mpiexec.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ranks"/> is less than 1.</exception>
    public static ProcessStartInfo StartInfo(int ranks, params IReadOnlyList<string> command) => StartInfo(ranks, false, command);

    /// <summary>What to start for a program on several ranks, whose lines of output say which rank they come from.</summary>
    /// <param name="ranks">Number of ranks, 1 or more.</param>
    /// <param name="tagged">Whether each line begins with its rank, in the launcher's way: <c>[1,2]&lt;stdout&gt;:text</c> with Open MPI, <c>[2] text</c> with MPICH.
    /// DISTARRAY_MPIEXEC_ARGS decides where it is set.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <returns>The start information of mpiexec.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ranks"/> is less than 1.</exception>
    public static ProcessStartInfo StartInfo(int ranks, bool tagged, params IReadOnlyList<string> command)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        var start = new ProcessStartInfo(LauncherProgram.Name)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string option in LauncherProgram.Options(tagged)) start.ArgumentList.Add(option);
        start.ArgumentList.Add("-n");
        start.ArgumentList.Add(ranks.ToString());
        foreach (string part in command) start.ArgumentList.Add(part);
        foreach (string name in start.Environment.Keys.Where(IsInherited).ToArray()) start.Environment.Remove(name);
        start.Environment["TERM"] = "dumb";
        start.Environment.TryAdd("OPENBLAS_NUM_THREADS", "1");
        start.Environment[JobProcesses.Variable] = Guid.NewGuid().ToString("N");
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
        DateTime started = DateTime.UtcNow;
        ProcessStartInfo start = StartInfo(ranks, command);
        using var process = Start(start);
        process.StandardInput.Close();
        var output = new StringBuilder();
        var error = new StringBuilder();
        Task read = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, error));
        bool ended = process.WaitForExit(deadline);
        var duration = clock.Elapsed;
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        if (!ended || process.ExitCode != 0) JobProcesses.Kill(start.Environment[JobProcesses.Variable]!);
        // With status 0 too: that is what MPICH's launcher says of ranks that it has killed where one left with _exit(0).
        Remains.RemoveOf(process.Id, started);
        // Whatever else has inherited the pipes keeps them open: what came until then is told.
        read.Wait(TimeSpan.FromSeconds(5));
        string late = ended ? "" : $"The job of {ranks} ranks did not end within {deadline.TotalSeconds:0.#} s, and was killed.\n";
        return new MpiLaunchResult(ended ? process.ExitCode : -1, Text(output), Text(error) + late, duration, !ended);

        static string Text(StringBuilder text)
        {
            lock (text)
                return text.ToString();
        }
    }

    /// <summary>Starts a process of <see cref="StartInfo(int, IReadOnlyList{string})"/>.</summary>
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
                $"'{start.FileName}' does not start ({e.Message}). Install it (Debian: apt-get install openmpi-bin, or mpich for a native library that was built with it), or name it in DISTARRAY_MPIEXEC.", e);
        }
    }

    /// <summary>Removes what a job that ended badly has left on this machine: processes, shared memory, folders, .NET's files for debuggers.</summary>
    /// <param name="launcher">Number of its launcher.</param>
    /// <param name="job">Its name.</param>
    /// <param name="started">When it was started.</param>
    internal static void ClearUp(int launcher, string job, DateTime started)
    {
        JobProcesses.Kill(job);
        Remains.RemoveOf(launcher, started);
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        for (int count; (count = await reader.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            lock (text)
                text.Append(buffer, 0, count);
    }

    private static bool IsInherited(string name) =>
        Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) && !name.StartsWith("OMPI_MCA_", StringComparison.Ordinal);
}
