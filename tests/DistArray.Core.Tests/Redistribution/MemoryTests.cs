namespace DistArray.Core.Tests.Redistributing;

/// <summary>Memory of messages under way is bounded by a multiple of the local block.</summary>
public class MemoryTests
{
    [Test]
    public void Copy_Always_KeepsMessagesUnderWayBelowTheLimit([Values(2, 3, 5)] int ranks, [Values(0.25, 1.25)] double multiple) => ThreadCommunicator.Run(ranks, comm =>
    {
        // 0.8 MB each rank.
        long[] shape = [100L * ranks, 1000];
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, shape, "bn"));
        Arrays.Fill(a, linear => linear);
        foreach (string codes in (string[])["nb", "cn", "nc(3)"])
        {
            using DistArray<double> b = Np.Empty<double>(new Distribution(comm, shape, codes));
            ExchangeStatistics statistics = Redistribution.Copy(a, b, "Copy", new ExchangeOptions { MemoryMultiple = multiple, LeastPulled = null });
            Assert.That(statistics.PeakBytes, Is.LessThanOrEqualTo(multiple * Math.Max(a.Distribution.LocalSize, b.Distribution.LocalSize) * sizeof(double)).And.GreaterThan(0));
            Assert.That(statistics.Messages, Is.GreaterThanOrEqualTo(ranks - 1));
            Assert.That(statistics.BytesSent, Is.GreaterThan(300_000));
            Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
        }
    });

    [Test]
    public void Copy_FromOneRankToAllAndBack_GoesInPieces() => ThreadCommunicator.Run(4, comm =>
    {
        var all = new Distribution(comm, [200_000], "b");
        Distribution one = new Distribution(comm, [4, 200_000], "bn").Select(0, 2);
        using DistArray<double> a = Np.Empty<double>(all), b = Np.Empty<double>(one), c = Np.Empty<double>(all);
        Arrays.Fill(a, linear => linear);
        ExchangeOptions messages = new() { LeastPulled = null };
        ExchangeStatistics there = Redistribution.Copy(a, b, "Copy", messages), back = Redistribution.Copy(b, c, "Copy", messages);
        Assert.That(Arrays.Wrong(b, linear => linear) ?? Arrays.Wrong(c, linear => linear), Is.Null);
        Assert.That(there.PeakBytes, Is.LessThanOrEqualTo(1.25 * Math.Max(b.Distribution.LocalSize, all.LocalSize) * sizeof(double)));
        Assert.That(back.Messages, Is.EqualTo(comm.Rank == 2 ? 3 * 7 : 0)); // 400,000 bytes each, 64 KB at a time
    });
}
