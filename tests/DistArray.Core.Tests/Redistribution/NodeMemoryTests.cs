namespace DistArray.Core.Tests.Redistributing;

/// <summary>Ranks that read each other's memory.</summary>
public class NodeMemoryTests
{
    private static readonly ExchangeOptions s_byProcess = new() { ReadsThreadsDirectly = false };

    [Test]
    public void Copy_OfLongRuns_IsReadAndNotSent([Values(2, 3)] int ranks, [Values] MemoryOrder order, [Values] bool directly) => ThreadCommunicator.Run(ranks, comm =>
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, [1024, 1024], "bn"), order), b = Np.Empty<double>(new Distribution(comm, [1024, 1024], "nb"), order);
        Arrays.Fill(a, linear => linear);
        ExchangeStatistics statistics = Redistribution.Copy(a, b, "Copy", s_byProcess with { ReadsThreadsDirectly = directly });
        Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
        Assert.That(statistics.Messages, Is.Zero);
    });

    [Test]
    public void Copy_OfShortRuns_IsSent() => ThreadCommunicator.Run(2, comm =>
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, [1_000_000], "b")), b = Np.Empty<double>(new Distribution(comm, [1_000_000], "c"));
        Arrays.Fill(a, linear => linear);
        ExchangeStatistics statistics = Redistribution.Copy(a, b, "Copy", s_byProcess);
        Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
        Assert.That(statistics.BytesSent, Is.EqualTo(2_000_000));
    });

    [Test]
    public void Copy_WhereReadingFailsMidway_IsSentAfterAll() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, [1500, 1200], "bn")), b = Np.Empty<double>(new Distribution(comm, [1500, 1200], "nb"));
        Arrays.Fill(a, linear => linear);
        ExchangeContext context = ExchangeContext.Of(comm);
        var failing = new FailingMemory(context.NodeMemory(), comm.Rank == 1 ? 2 : int.MaxValue);
        context.Use(failing);
        Redistribution.Copy(a, b, "Copy", s_byProcess);
        Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
        Assert.That(failing.HasFailed, Is.EqualTo(comm.Rank == 1));
    });

    private sealed class FailingMemory(INodeMemory memory, int reads) : INodeMemory
    {
        private int _reads;

        public bool HasFailed { get; private set; }

        public ICommunicator Communicator => memory.Communicator;

        public int NumberOf(int rank) => memory.NumberOf(rank);

        public bool IsDirect(int rank) => memory.IsDirect(rank);

        public bool TryRead(int rank, ReadOnlySpan<MemoryPiece> remote, ReadOnlySpan<MemoryPiece> local)
        {
            HasFailed |= _reads++ == reads;
            return !HasFailed && memory.TryRead(rank, remote, local);
        }
    }
}
