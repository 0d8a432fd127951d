using System.Diagnostics;

namespace DistArray.Core.Tests.Redistributing;

/// <summary>What planning costs a rank of very many, and that both sides plan the same.</summary>
public class PlanTests
{
    private const int Ranks = 65536;
    private const long N = 1L << 20;

    private static IEnumerable<TestCaseData> Pairs()
    {
        yield return new TestCaseData("bb", new[] { 256, 256 }, "bb", new[] { 512, 128 }).SetName("Planning_BlocksOf256x256ToBlocksOf512x128");
        yield return new TestCaseData("bb", new[] { 1024, 64 }, "bb", new[] { 32, 2048 }).SetName("Planning_BlocksOf1024x64ToBlocksOf32x2048");
        yield return new TestCaseData("bb", new[] { 256, 256 }, "cb", new[] { 512, 128 }).SetName("Planning_BlocksToCyclicRows");
        yield return new TestCaseData("c(16)b", new[] { 256, 256 }, "bb", new[] { 512, 128 }).SetName("Planning_BlockCyclicToBlocks");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Planning_OneRankOf65536_TakesLessThan5MillisecondsAnd1Megabyte(string codes, int[] grid, string otherCodes, int[] otherGrid)
    {
        var communicator = new NullCommunicator(40000, Ranks);
        var source = new Distribution(communicator, [N, N], codes, new ProcessGrid(grid));
        var target = new Distribution(communicator, [N, N], otherCodes, new ProcessGrid(otherGrid));
        Check(source, target);
        (TimeSpan time, long bytes) = Fastest(source, target);
        Assert.That(time, Is.LessThan(TimeSpan.FromMilliseconds(5)));
        Assert.That(bytes, Is.LessThan(1 << 20));
    }

    // Every rank is a partner here, twice: a plan finds them while they are gone over.
    [Test]
    public void Planning_RowsToColumnsOf65536Ranks_TakesNoMemoryEachPartner()
    {
        var communicator = new NullCommunicator(40000, Ranks);
        var source = new Distribution(communicator, [N, N], "bn");
        var target = new Distribution(communicator, [N, N], "nb");
        Check(source, target);
        Assert.That(new RedistributionPlan(source, target).Sends().Count(), Is.EqualTo(Ranks - 1));
        (TimeSpan time, long bytes) = Fastest(source, target, times: 3);
        Assert.That(time / (2 * (Ranks - 1)), Is.LessThan(TimeSpan.FromMicroseconds(2)));
        Assert.That(bytes, Is.LessThan(4096));
    }

    [Test]
    public void Partners_OfBlocksOf256x256ToBlocksOf512x128_AreFour()
    {
        var communicator = new NullCommunicator(40000, Ranks);
        var source = new Distribution(communicator, [N, N], "bb", new ProcessGrid(256, 256));
        var plan = new RedistributionPlan(source, new Distribution(communicator, [N, N], "bb", new ProcessGrid(512, 128)));
        // Rank 40000 has block (156, 64) of 4096 x 4096: rows of blocks 312 and 313 of 512, columns of block 32 of 128; and as block (312, 64) of the other grid, of 2048 x 8192, rows of 156, columns of 128 and 129.
        Assert.That(plan.Sends().Select(one => one.Rank), Is.EqualTo(new[] { (312 * 128) + 32, (313 * 128) + 32 }));
        Assert.That(plan.Receives().Select(one => one.Rank), Is.EqualTo(new[] { (156 * 256) + 128, (156 * 256) + 129 }));
        Assert.That(plan.Own(), Is.Null);
        Assert.That(Array.ConvertAll(plan.Sent(1), list => list.Slice(0, list.Count)[0]), Is.EqualTo(new[] { new Comb(2048, 0, 1, 2048), new Comb(0, 0, 1, 4096) }));
    }

    [Test]
    public void Lists_OfCyclicAxes_AreAsShortAsTheirPeriod()
    {
        // 30 million indices, of which no pair of parts shares a run of more than 3.
        var mine = new BlockCyclicMap(30_000_000, 2, 2);
        var other = new BlockCyclicMap(30_000_000, 2, 3);
        var watch = Stopwatch.StartNew();
        var plan = AxisPlan.Create(mine, 1, other);
        Assert.That(plan.Size(0) + plan.Size(1), Is.EqualTo(mine.LocalSize(1)));
        Assert.That(plan.Indices(0).Weight, Is.LessThan(10));
        Assert.That(watch.ElapsedMilliseconds, Is.LessThan(200));
        var dealt = AxisPlan.Create(new BlockMap(30_000_000, 3), 1, new CyclicMap(30_000_000, 3));
        Assert.That(dealt.Indices(2).Weight, Is.EqualTo(1));
    }

    [Test]
    public void Plans_AreKeptByEqualDistributions() => ThreadCommunicator.Run(2, comm =>
    {
        ExchangeContext context = ExchangeContext.Of(comm);
        for (int i = 0; i < 40; i++)
        {
            // Equal distributions that are other objects; unstructured ones, too, whose plans are made by requests.
            using DistArray<double> a = Np.Zeros<double>(new Distribution(comm, [8, 3])), b = Np.Zeros<double>(new Distribution(comm, [(UnstructuredMap)UnstructuredMap.Create(comm, 8, comm.Rank == 0 ? [7, 0, 2] : [1, 3, 4, 5, 6]), new ReplicatedMap(3)]));
            a.Redistribute("nb").Dispose();
            b.Redistribute("nb").Dispose();
            a.Redistribute(new Distribution(comm, [8, 3], $"c({i + 1})n")).Dispose();
        }
        Assert.That(context.Plans.Count, Is.EqualTo(16));
        Assert.That(context.Gathers.Count, Is.EqualTo(1));
        using DistArray<double> c = Np.Zeros<double>(new Distribution(comm, [8, 3]));
        Assert.That(context.Plans.Find(c.Distribution, new Distribution(comm, [8, 3], "nb")), Is.Not.Null);
        Assert.That(context.Plans.Find(c.Distribution, new Distribution(comm, [8, 3], "c(1)n")), Is.Null);
    });

    private static void Check(Distribution source, Distribution target)
    {
        (long sent, long received) = Plan(source, target);
        Assert.That(sent + Kept(source, target), Is.EqualTo(source.LocalSize));
        Assert.That(received + Kept(source, target), Is.EqualTo(target.LocalSize));
    }

    private static (TimeSpan Time, long Bytes) Fastest(Distribution source, Distribution target, int times = 20)
    {
        var fastest = TimeSpan.MaxValue;
        long bytes = 0;
        for (int i = 0; i < times; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            Plan(source, target);
            if (watch.Elapsed < fastest) fastest = watch.Elapsed;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }
        TestContext.Out.WriteLine($"{fastest.TotalMilliseconds:0.000} ms, {bytes} bytes");
        return (fastest, bytes);
    }

    private static (long Sent, long Received) Plan(Distribution source, Distribution target)
    {
        var plan = new RedistributionPlan(source, target);
        long sent = 0, received = 0;
        foreach (Partner partner in plan.Sends()) sent += partner.Count;
        foreach (Partner partner in plan.Receives()) received += partner.Count;
        return (sent, received);
    }

    private static long Kept(Distribution source, Distribution target) => new RedistributionPlan(source, target).Own() is { } own ? IndexBox.Size(own.From) : 0;
}
