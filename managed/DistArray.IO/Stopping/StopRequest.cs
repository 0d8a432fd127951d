using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DistArray.IO;

/// <summary>Watches for what asks a job to end early, a signal to any rank or the wall-clock limit, so that it can finish its step, save a checkpoint and leave.</summary>
/// <remarks>
/// <para>Make one on every rank at the start, call <see cref="Check"/> after every step, and where it tells a reason, save and leave with
/// <see cref="ExitStatus"/>. As long as it is not disposed, SIGTERM and SIGUSR1 do nothing else to the process.</para>
/// <para>Open MPI's mpiexec (4.1) hands SIGUSR1 on to all ranks at once and ends with the ranks' status: this is what to send to it, for
/// example by <c>#SBATCH --signal=B:USR1@120</c>. On SIGTERM it gives up the job instead: the ranks get SIGCONT at once, SIGTERM after
/// <c>odls_base_sigkill_timeout</c> (an MCA parameter; 1 second), SIGKILL after the same time again, and its own status is 1, whatever the ranks' is. A
/// checkpoint that takes longer than that is lost, the one before is not. SIGTERM to the ranks themselves, or to one of them, has no such limit.</para>
/// </remarks>
public sealed class StopRequest : IDisposable
{
    /// <summary>The exit status that says "stopped early, to be continued": EX_TEMPFAIL of sysexits.h.</summary>
    public const int ExitStatus = 75;

    private const PosixSignal UserSignal = (PosixSignal)10;     // SIGUSR1 of Linux
    private readonly ICommunicator _communicator;
    private readonly PosixSignalRegistration[] _registrations;
    private readonly TimeSpan? _limit;
    private readonly TimeSpan _margin;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TimeSpan _before;
    private TimeSpan _last, _longest;
    private int _signal;

    /// <summary>Begins to watch.</summary>
    /// <param name="communicator">The ranks that stop together.</param>
    /// <param name="wallLimit">Wall-clock time that the job has, from the start of this process; null for no limit.</param>
    /// <param name="margin">How long before the limit to stop, for the checkpoint to be written; a tenth of the limit, but at most a minute, if null. The longest
    /// time between two checks is added to it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive, or the margin negative or no less than the limit.</exception>
    /// <remarks>Local.</remarks>
    public StopRequest(ICommunicator communicator, TimeSpan? wallLimit = null, TimeSpan? margin = null)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        if (wallLimit is { } limit)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(wallLimit));
        _communicator = communicator;
        _limit = wallLimit;
        _margin = margin ?? TimeSpan.FromTicks(Math.Min((wallLimit?.Ticks ?? 0) / 10, TimeSpan.TicksPerMinute));
        ArgumentOutOfRangeException.ThrowIfLessThan(_margin, TimeSpan.Zero, nameof(margin));
        if (wallLimit is { } most)
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(_margin, most, nameof(margin));
        using Process process = Process.GetCurrentProcess();
        _before = DateTime.Now - process.StartTime;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Take(context, StopReason.Termination)),
            PosixSignalRegistration.Create(UserSignal, context => Take(context, StopReason.UserSignal)),
        ];
    }

    /// <summary>Whether to stop now, and why.</summary>
    /// <returns>The same reason on every rank; <see cref="StopReason.None"/> to go on.</returns>
    /// <remarks><b>Collective.</b> One all-reduce of an integer. What one rank has been sent, all are told at their next check.</remarks>
    public StopReason Check()
    {
        TimeSpan now = _clock.Elapsed;
        if (now - _last > _longest)
            _longest = now - _last;
        _last = now;
        int mine = Volatile.Read(ref _signal);
        if (mine == 0 && _limit is { } limit && _before + now + _longest + _margin >= limit)
            mine = (int)StopReason.WallLimit;
        return (StopReason)_communicator.Allreduce(mine, Operation<int>.Max);
    }

    /// <summary>Ends the watch: signals do again what they did before.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
    }

    private void Take(PosixSignalContext context, StopReason reason)
    {
        context.Cancel = true;
        int seen;
        do
            seen = Volatile.Read(ref _signal);
        while (seen < (int)reason && Interlocked.CompareExchange(ref _signal, (int)reason, seen) != seen);
    }
}
