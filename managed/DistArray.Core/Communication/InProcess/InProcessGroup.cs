namespace DistArray;

/// <summary>What the ranks of one communicator share: mailboxes, and the collective calls that some ranks have entered and others not.</summary>
internal sealed class InProcessGroup(InProcessWorld world, int[] worldRanks)
{
    private readonly Dictionary<long, CollectiveCall> _calls = [];

    public InProcessWorld World { get; } = world;

    /// <summary>Rank in the world of each rank of the group.</summary>
    public int[] WorldRanks { get; } = worldRanks;

    public int Size => WorldRanks.Length;

    public Mailbox[] Mailboxes { get; } = Array.ConvertAll(worldRanks, _ => new Mailbox());

    /// <summary>Enters a rank's n-th collective call. The last rank to enter does the work for all.</summary>
    public InProcessRequest Enter(int rank, long sequence, CollectivePart part, Action<CollectivePart[]> work)
    {
        lock (World.Gate)
        {
            World.ThrowIfFailed();
            if (!_calls.TryGetValue(sequence, out CollectiveCall? call)) _calls[sequence] = call = new CollectiveCall(Size);
            var request = new InProcessRequest(World, WorldRanks[rank], part.Signature);
            if (call.Enter(rank, part, request, work)) _calls.Remove(sequence);
            Monitor.PulseAll(World.Gate);
            return request;
        }
    }
}
