using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using DistArray.Mpi;
using DistArray.Mpi.Jobs;

namespace DistArray.Cli.Ranks;

/// <summary>Starts the tool on several ranks, passes on what they print, and ends them with this process or at a deadline.</summary>
/// <param name="ranks">How many.</param>
/// <param name="deadline">How long they may take.</param>
/// <param name="isOfSilence">Whether the deadline begins anew with all that they tell, their progress included.</param>
internal sealed class RankJob(int ranks, TimeSpan deadline, bool isOfSilence = false)
{
    private const int LinesKept = 200;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="output">Gets their standard output.</param>
    /// <param name="error">Gets what rank 0 says on standard error.</param>
    /// <returns>The exit status of the command.</returns>
    /// <exception cref="LaunchException">There is no mpiexec, the ranks ended without a status, or the deadline passed.</exception>
    /// <exception cref="OperationCanceledException">This process was told to end, and has ended the ranks.</exception>
    public int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ProcessStartInfo start = MpiLauncher.StartInfo(ranks, [.. ToolProcess.Command, RankProcess.Argument, .. arguments]);
        string job = start.Environment[JobProcesses.Variable]!;
        DateTime started = DateTime.UtcNow;
        using Process process = Start(start);
        bool isInterrupted = false;
        using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT), terminate = On(PosixSignal.SIGTERM), hangUp = On(PosixSignal.SIGHUP);
        process.StandardInput.Close();
        int? status = null;
        var clock = Stopwatch.StartNew();
        using Progress progress = ReferenceEquals(output, Console.Out) ? Progress.Terminal() : Progress.Nowhere;
        var errors = new StringBuilder();
        Task passed = EachLine(process.StandardOutput, line =>
        {
            if (isOfSilence) clock.Restart();
            if (line is not [RankProcess.Mark, ..]) output.WriteLine(line);
            else if (line[1..].Split(' ') is ["status", var number]) status = int.Parse(number, CultureInfo.InvariantCulture);
            else progress.Forward(line[1..]);
        });
        Task complained = EachLine(process.StandardError, line => errors.AppendLine(line));
        while (!process.WaitForExit(s_pause) && !isInterrupted && !passed.IsFaulted && clock.Elapsed < deadline)
        {
        }
        bool ended = process.HasExited;
        if (!ended) JobProcesses.Kill(job, process);
        if (status is null) MpiLauncher.ClearUp(process.Id, job, started);
        // Ranks that outlive their launcher keep the pipes open: what came until then is told.
        Task.WaitAny([Task.WhenAll(passed, complained)], TimeSpan.FromSeconds(5));
        if (passed.IsFaulted) ExceptionDispatchInfo.Throw(passed.Exception.InnerException!);
        output.Flush();
        if (isInterrupted) throw new OperationCanceledException($"interrupted: the {ranks} ranks were ended.");
        if (status is { } told)
        {
            error.Write(errors);
            return told;
        }
        string last = string.Join('\n', errors.ToString().TrimEnd().Split('\n').TakeLast(LinesKept));
        throw new LaunchException(!ended
            ? $"the {ranks} ranks {(isOfSilence ? "told nothing for" : "did not end within")} {deadline.TotalSeconds} s, and were ended. --deadline gives them longer.\n{last}".TrimEnd()
            : $"the {ranks} ranks ended with status {process.ExitCode} before the work was done.\n{last}".TrimEnd());

        PosixSignalRegistration On(PosixSignal signal) => PosixSignalRegistration.Create(signal, context => context.Cancel = isInterrupted = true);
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

    private static async Task EachLine(StreamReader reader, Action<string> take)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line) take(line);
    }
}
