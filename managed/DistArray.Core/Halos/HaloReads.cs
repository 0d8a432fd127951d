namespace DistArray;

/// <summary>The updates that shifts on this thread have started: none is forgotten before it has ended, though nobody may read the shift any more.</summary>
internal static class HaloReads
{
    // More than a stencil has; older ones were started on every rank, so that ending them waits for no call of another.
    private const int MostUnderWay = 64;

    [ThreadStatic] private static Queue<HaloUpdate>? t_underWay;

    public static void Add(HaloUpdate update)
    {
        if (update.HasEnded) return;
        Queue<HaloUpdate> underWay = t_underWay ??= new Queue<HaloUpdate>();
        while (underWay.TryPeek(out HaloUpdate? oldest) && (oldest.HasEnded || underWay.Count >= MostUnderWay)) End(underWay.Dequeue());
        underWay.Enqueue(update);
    }

    /// <summary>Ends what is under way: before the memory of a shifted array is written.</summary>
    public static void CompleteAll()
    {
        while (t_underWay?.TryDequeue(out HaloUpdate? update) == true) End(update);
    }

    private static void End(HaloUpdate update)
    {
        if (!update.HasEnded) update.Complete();
    }
}
