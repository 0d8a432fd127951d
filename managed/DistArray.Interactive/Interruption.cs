using System.ComponentModel;
using DistArray.Mpi.Jobs;

namespace DistArray.Interactive;

/// <summary>Where a line can be interrupted: every loop, method and statement of a line calls <see cref="Check"/>.</summary>
/// <remarks>
/// <para>A line ends on all ranks at one point, or the arrays could not communicate afterwards: a rank that waits in a collective call for one
/// that has left the line would wait for ever. So an interrupt first holds each rank at its next check; ranks that have made fewer collective calls
/// than others go on until they have made as many; when all are at a check after the same number of calls, all leave.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Interruption
{
    private static readonly object s_gate = new();
    private static volatile bool s_held;
    private static bool s_stopped;
    private static bool s_passes;
    private static long s_until;
    private static long s_start;
    private static long s_reported = -1;
    private static int s_line;
    private static int s_lineToHold;
    private static Action<long, bool>? s_report;

    /// <summary>Ends the line where the client has interrupted it.</summary>
    /// <exception cref="OperationCanceledException">It has.</exception>
    /// <remarks>Local.</remarks>
    public static void Check()
    {
        if (s_held) Wait();
    }

    /// <summary>Collective calls since the line began.</summary>
    internal static long Position => Traffic.Collectives - s_start;

    /// <summary>Begins a line.</summary>
    /// <param name="line">Its number.</param>
    /// <param name="report">Tells the client the position, and whether the rank is at a check.</param>
    internal static void Begin(int line, Action<long, bool> report)
    {
        lock (s_gate)
        {
            s_stopped = s_passes = false;
            s_line = line;
            s_until = 0;
            s_reported = -1;
            s_start = Traffic.Collectives;
            s_report = report;
            s_held = s_lineToHold == line;
            if (s_held) report(0, false);
        }
    }

    /// <summary>Ends it.</summary>
    internal static void End()
    {
        lock (s_gate)
        {
            s_held = false;
            s_report = null;
            Monitor.PulseAll(s_gate);
        }
    }

    /// <summary>From now on a line stops at checks; it may be about to begin.</summary>
    internal static void Hold(int line)
    {
        lock (s_gate)
        {
            s_lineToHold = line;
            if (s_report is null || s_held || s_line != line) return;
            s_held = true;
            s_report(Position, false);
        }
    }

    /// <summary>Lets the line go on until it has made a number of collective calls; with -1 past the check that it is at.</summary>
    internal static void GoOn(long position)
    {
        lock (s_gate)
        {
            if (position < 0) s_passes = true;
            else s_until = Math.Max(s_until, position);
            Monitor.PulseAll(s_gate);
        }
    }

    /// <summary>Ends the line at its check.</summary>
    internal static void Stop()
    {
        lock (s_gate)
        {
            s_stopped = true;
            Monitor.PulseAll(s_gate);
        }
    }

    private static void Wait()
    {
        lock (s_gate)
        {
            while (s_held)
            {
                if (s_stopped) throw new LineInterruptedException();
                long position = Position;
                if (s_passes || position < s_until)
                {
                    s_passes = false;
                    s_reported = -1;
                    return;
                }
                if (s_reported != position) s_report?.Invoke(position, true);
                s_reported = position;
                Monitor.Wait(s_gate);
            }
        }
    }
}
