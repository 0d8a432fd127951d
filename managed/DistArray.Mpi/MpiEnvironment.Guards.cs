using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Mpi;

public sealed partial class MpiEnvironment
{
    /// <summary>Exit status of a job that an exception ended.</summary>
    public const int FailureStatus = 70;

    /// <summary>Exit status of a job of which a process exited with 0 without ending MPI.</summary>
    public const int UnfinishedStatus = 71;

    private static int s_guarded;
    private static PosixSignalRegistration[] s_signals = [];

    private static void Guard()
    {
        if (Interlocked.Exchange(ref s_guarded, 1) != 0)
            return;
        AppDomain.CurrentDomain.UnhandledException += (_, e) => EndJob(e.ExceptionObject);
        TaskScheduler.UnobservedTaskException += (_, e) => EndJob(e.Exception);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndUnfinishedJob();
        s_signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => EndBySignal(context, "SIGTERM", 15)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => EndBySignal(context, "SIGINT", 2)),
        ];
        LauncherWatch.Start(Print);
    }

    /// <summary>Prints what happened on this rank and ends the whole job with <see cref="FailureStatus"/>; for who cannot throw, since the others wait elsewhere.</summary>
    /// <param name="failure">What happened.</param>
    /// <remarks>Any thread may call. Returns only where MPI does not run. As <c>MPI_Abort</c> (MPI-4.0 section 9.7).</remarks>
    public static void Abort(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        EndJob(failure);
    }

    /// <summary>Prints what happened on this rank and ends the job. Returns only where MPI does not run.</summary>
    /// <param name="failure">The exception.</param>
    /// <returns>False where MPI does not run, so that the exception goes on as in any program.</returns>
    private static bool EndJob(object failure)
    {
        if (!IsRunning())
            return false;
        Print($"failed:\n{failure}");
        _ = NativeMpi.Abort(FailureStatus);
        return false;
    }

    private static void EndUnfinishedJob()
    {
        if (!IsRunning())
            return;
        int status = Environment.ExitCode != 0 ? Environment.ExitCode : UnfinishedStatus;
        Print($"exits with status {Environment.ExitCode} while MPI runs, and the other ranks may wait for it: the job ends with {status}. "
            + "Return from MpiEnvironment.Run, or dispose the MpiEnvironment.");
        _ = NativeMpi.Abort(status);
    }

    // Left to itself .NET would end this rank alone, and MPICH's mpiexec would call that success.
    private static void EndBySignal(PosixSignalContext context, string name, int number)
    {
        // Who has registered since, for a checkpoint perhaps, was asked before.
        if (context.Cancel || !IsRunning())
            return;
        Print($"was sent {name}: the job ends with status {128 + number}.");
        _ = NativeMpi.Abort(128 + number);
    }

    /// <summary>Lets exceptions of tasks that nobody awaited show up now, as long as they can end the job.</summary>
    private static void FindLostExceptions()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static bool IsRunning() => NativeMpi.IsActive(out int active) == DaStatus.Ok && active != 0;

    private static unsafe void Print(string text)
    {
        string rank = NativeMpi.CommWorld(out long world) == DaStatus.Ok
            && NativeMpi.CommRank(world, out int number) == DaStatus.Ok && NativeMpi.CommSize(world, out int size) == DaStatus.Ok
            ? $"rank {number} of {size}" : $"process {Environment.ProcessId}";
        // One write, so that the lines of two ranks do not mix.
        WriteError($"[{rank}] {text}\n");
    }

    /// <summary>Writes on standard error in one piece, after what is on its way to standard output.</summary>
    internal static void WriteError(string text)
    {
        try
        {
            Console.Out.Flush();
            Console.Error.Write(text);
            Console.Error.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The streams are gone; the job ends all the same.
        }
    }
}
