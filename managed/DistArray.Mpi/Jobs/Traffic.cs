namespace DistArray.Mpi.Jobs;

/// <summary>Counts what this process has asked of communicators that hold every rank: ranks with different counts are at different points of a program.</summary>
internal static class Traffic
{
    private static long s_collectives;
    private static long s_sent;
    private static long s_received;
    private static long s_calls;
    private static int s_worldSize;

    /// <summary>Collective calls, counted when they begin.</summary>
    public static long Collectives => Volatile.Read(ref s_collectives);

    /// <summary>Messages sent less messages received. Over all ranks the sum is 0 where none is left over.</summary>
    public static long Surplus => Volatile.Read(ref s_sent) - Volatile.Read(ref s_received);

    /// <summary>Calls of every kind, on every communicator: a rank whose number grows is not stuck.</summary>
    public static long Calls => Volatile.Read(ref s_calls);

    /// <summary>Begins to count, for a world of this size; until then nothing is counted.</summary>
    public static void Begin(int worldSize)
    {
        s_worldSize = worldSize;
        CallGuard.Switches |= CallGuard.Count;
    }

    /// <summary>Counts a call that begins.</summary>
    /// <param name="call">The call.</param>
    /// <param name="size">Size of its communicator.</param>
    public static void Note(in Call call, int size)
    {
        Interlocked.Increment(ref s_calls);
        if (call.Kind is CallKind.Send or CallKind.ImmediateSend or CallKind.SendReceive) Interlocked.Increment(ref s_sent);
        if (call.Kind is CallKind.Receive or CallKind.ImmediateReceive or CallKind.SendReceive) Interlocked.Increment(ref s_received);
        if (call.IsCollective && call.Kind is not (CallKind.Dispose or CallKind.Finalize) && size >= s_worldSize) Interlocked.Increment(ref s_collectives);
    }
}
