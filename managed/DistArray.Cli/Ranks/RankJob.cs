using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DistArray.Mpi;

namespace DistArray.Cli.Ranks;

/// <summary>Starts the tool on several ranks, passes on what they print, and ends them with this process or at a deadline.</summary>
internal sealed class RankJob(int ranks, TimeSpan? deadline = null)
{
    private const int LinesKept = 200;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="output">Gets their standard output.</param>
    /// <param name="error">Gets what rank 0 says on standard error.</param>
    /// <returns>The exit status of the command.</returns>
    /// <exception cref="LaunchException">There is no mpiexec, the ranks ended without a status, or the deadline passed.</exception>
    public int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ProcessStartInfo start = MpiLauncher.StartInfo(ranks, [.. ToolProcess.Command, RankProcess.Argument, .. arguments]);
        using Process process = Start(start);
        using PosixSignalRegistration interrupt = KillOn(PosixSignal.SIGINT, process), terminate = KillOn(PosixSignal.SIGTERM, process), hangUp = KillOn(PosixSignal.SIGHUP, process);
        process.StandardInput.Close();
        int? status = null;
        using Progress progress = ReferenceEquals(output, Console.Out) ? Progress.Terminal() : Progress.Nowhere;
        var errors = new StringBuilder();
        Task read = Task.WhenAll(
            EachLine(process.StandardOutput, line =>
            {
                if (line is not [RankProcess.Mark, ..]) output.WriteLine(line);
                else if (line[1..].Split(' ') is ["status", var number]) status = int.Parse(number, CultureInfo.InvariantCulture);
                else progress.Forward(line[1..]);
            }),
            EachLine(process.StandardError, line => errors.AppendLine(line)));
        bool ended = process.WaitForExit(deadline ?? Timeout.InfiniteTimeSpan);
        if (!ended) process.Kill(entireProcessTree: true);
        // Ranks that outlive their launcher keep the pipes open: what came until then is told.
        read.Wait(TimeSpan.FromSeconds(5));
        output.Flush();
        if (status is { } told)
        {
            error.Write(errors);
            return told;
        }
        string last = string.Join('\n', errors.ToString().TrimEnd().Split('\n').TakeLast(LinesKept));
        throw new LaunchException(!ended
            ? $"the {ranks} ranks did not end within {deadline!.Value.TotalSeconds} s, and were ended.\n{last}".TrimEnd()
            : $"the {ranks} ranks ended with status {process.ExitCode} before the work was done.\n{last}".TrimEnd());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return MpiLauncher.Start(start);
        }
        catch (InvalidOperationException e)
        {
            throw new LaunchException(e.Message);
        }
    }

    private static PosixSignalRegistration KillOn(PosixSignal signal, Process process) => PosixSignalRegistration.Create(signal, _ =>
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    });

    private static async Task EachLine(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line) take(line);
    }
}
