namespace DistArray.Mpi;

/// <summary>The leak report of a job: that of each rank, equal ones once.</summary>
internal static class LeakReport
{
    /// <summary>Writes it on rank 0. Collective where notes are taken, which is agreed.</summary>
    public static void Write(Communicator world)
    {
        if (!LeakTracker.IsOn) return;
        if (RawCollectives.Gather(world, LeakTracker.Report()) is not { } reports) return;
        var folds = new RankFolds();
        for (int rank = 0; rank < reports.Length; rank++) folds.Add(rank, reports[rank]);
        foreach (var (ranks, text, _, _) in folds.InOrder) MpiEnvironment.WriteError($"[{ranks} of {world.Size}] {text}");
    }
}
