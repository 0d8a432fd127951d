namespace DistArray;

/// <summary>The ranks of a communicator that are in a smaller one, too.</summary>
internal static class RankGroup
{
    /// <summary>The rank of each member. <b>Collective.</b></summary>
    /// <param name="communicator">The larger communicator.</param>
    /// <param name="group">The smaller one on its members, null elsewhere.</param>
    /// <param name="what">What the group brings, for errors.</param>
    /// <exception cref="ArgumentException">There is no group, or more than one, or one that is not within the communicator; thrown on every rank alike.</exception>
    public static int[] Find(ICommunicator communicator, ICommunicator? group, string what)
    {
        long[] mine = [group?.Rank ?? -1, group?.Size ?? 0], all = new long[mine.Length * communicator.Size];
        communicator.Allgather<long>(mine, all);
        int[] members = [.. Enumerable.Range(0, communicator.Size).Where(rank => all[2 * rank] >= 0)];
        if (members.Length == 0) throw new ArgumentException($"No rank brings {what}. At least one must.");
        var ranks = new int[all[(2 * members[0]) + 1]];
        Array.Fill(ranks, -1);
        foreach (int member in members)
        {
            long number = all[2 * member];
            if (all[(2 * member) + 1] != ranks.Length || ranks[number] >= 0)
                throw new ArgumentException($"Ranks {members[0]} and {member} bring {what} of different communicators. Give one, over ranks that are all in {communicator}.");
            ranks[number] = member;
        }
        int missing = Array.IndexOf(ranks, -1);
        return missing < 0 ? ranks : throw new ArgumentException($"The communicator of {what} has {ranks.Length} ranks, of which number {missing} is not in {communicator}, or brings none. Call this over a communicator that they are all in, on all.");
    }
}
