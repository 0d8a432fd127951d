using System.Runtime.CompilerServices;

namespace DistArray.Mpi.Jobs;

/// <summary>Counts what this process has asked of communicators that hold every rank: ranks with different counts are at different points of a program.</summary>
internal static class Traffic
{
    private static long s_collectives;
    private static long s_sent;
    private static long s_received;
    private static int s_worldSize = int.MaxValue;

    /// <summary>Collective calls, counted when they begin.</summary>
    public static long Collectives => Volatile.Read(ref s_collectives);

    /// <summary>Messages sent less messages received. Over all ranks the sum is 0 where none is left over.</summary>
    public static long Surplus => Volatile.Read(ref s_sent) - Volatile.Read(ref s_received);

    /// <summary>Begins to count, for a world of this size; until then nothing is counted.</summary>
    public static void Begin(int worldSize) => s_worldSize = worldSize;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Collective(int size)
    {
        if (size >= s_worldSize) Interlocked.Increment(ref s_collectives);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Send()
    {
        if (s_worldSize != int.MaxValue) Interlocked.Increment(ref s_sent);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Receive()
    {
        if (s_worldSize != int.MaxValue) Interlocked.Increment(ref s_received);
    }
}
