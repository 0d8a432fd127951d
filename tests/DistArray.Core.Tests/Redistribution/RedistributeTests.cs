using System.Numerics;

namespace DistArray.Core.Tests.Redistributing;

public class RedistributeTests
{
    private const int Cases = 150;

    // By messages where the arrays are small, also past the caches, by reading other threads' memory, by reading as that of other processes.
    private static readonly ExchangeOptions[] s_ways = [new(), new() { LeastStreamed = 0 }, new() { LeastPulled = 1 }, new() { LeastPulled = 1, ReadsThreadsDirectly = false }];

    [Test]
    public void Copy_BetweenRandomDistributions_PutsEveryElementWhereItBelongs([Values(1, 2, 3, 4, 5, 6, 7, 8, 12, 16)] int ranks, [Values(1, 2)] int seed) =>
        ThreadCommunicator.Run(ranks, comm =>
        {
            for (int i = 0; i < Cases; i++)
            {
                int number = (((seed * 100) + ranks) * 1000) + i;
                var any = new RandomDistributions(number, comm);
                long[] shape = any.Shape(i % 50 == 0 ? 7 : 4);
                Distribution from = any.Of(shape), to = any.Of(shape);
                string? wrong = (i % 5) switch
                {
                    0 => Move<byte>(from, to, any.Random, linear => (byte)linear),
                    1 => Move<short>(from, to, any.Random, linear => (short)linear),
                    2 => Move<int>(from, to, any.Random, linear => (int)linear),
                    3 => Move<Complex>(from, to, any.Random, linear => new Complex(linear, -linear)),
                    _ => Move<double>(from, to, any.Random, linear => linear),
                };
                Assert.That(wrong, Is.Null, $"case {number}: {from} to {to}, rank {comm.Rank} of {ranks}");
            }
        });

    [Test]
    public void Copy_OfLargerArrays_PutsEveryElementWhereItBelongs([Values(1, 2, 3, 5)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < 40; i++)
        {
            int number = (ranks * 1000) + i;
            var any = new RandomDistributions(number, comm);
            long[] shape = (i % 4) switch { 0 => [any.Random.Next(5000, 30000)], 1 => [3, 150, 40], _ => [any.Random.Next(50, 200), any.Random.Next(50, 200)] };
            Distribution from = any.Of(shape, structured: i % 3 > 0), to = any.Of(shape, structured: i % 3 > 0);
            string? wrong = (i % 5) switch
            {
                0 => Move<short>(from, to, any.Random, linear => (short)linear),
                1 => Move<int>(from, to, any.Random, linear => (int)linear),
                2 => Move<Complex>(from, to, any.Random, linear => new Complex(linear, -linear)),
                _ => Move<double>(from, to, any.Random, linear => linear),
            };
            Assert.That(wrong, Is.Null, $"case {number}: {from} to {to}, rank {comm.Rank} of {ranks}");
        }
    });

    [Test]
    public void Copy_BeyondTheCaches_PutsEveryElementWhereItBelongs([Values] MemoryOrder order, [Values] MemoryOrder otherOrder, [Values(1, 2)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        long[] shape = [1501, 1203];
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, shape, "bn"), order), b = Np.Empty<double>(new Distribution(comm, shape, "nb"), otherOrder);
        using DistArray<double> c = Np.Empty<double>(new Distribution(comm, shape, "c(7)b", new ProcessGrid(ranks, 1)), order);
        Arrays.Fill(a, linear => linear);
        Redistribution.Copy(a, b, "Copy");
        Redistribution.Copy(b, c, "Copy");
        Assert.That(Arrays.Wrong(b, linear => linear) ?? Arrays.Wrong(c, linear => linear), Is.Null);
    });

    [Test]
    public void Copy_OfCyclicRowsPastTheCaches_PutsEveryElementWhereItBelongs([Values("nc", "nc(16)", "nc(64)", "nc(3)")] string codes, [Values(0, 1)] int skipped, [Values(1, 2, 3)] int ranks) =>
        ThreadCommunicator.Run(ranks, comm =>
        {
            Check(linear => (byte)linear);
            Check(linear => (short)linear);
            Check(linear => (float)linear);
            Check(linear => (double)linear);
            Check(linear => new Complex(linear, -linear));

            // A column that is left out moves every row off the lines of the caches.
            void Check<T>(Func<long, T> value) where T : unmanaged
            {
                const int rows = 5, columns = 3 * 2048;
                using DistArray<T> source = Np.Empty<T>(new Distribution(comm, [rows, columns], "bn")), whole = Np.Empty<T>(new Distribution(comm, [rows, columns + skipped], codes));
                using DistArray<T> target = whole[Np.Slice(0, rows, 1), Np.Slice(skipped, columns + skipped, 1)];
                Arrays.Fill(source, value);
                Redistribution.Copy(source, target, "Copy", new ExchangeOptions { LeastStreamed = 0 });
                Assert.That(Arrays.Wrong(target, value), Is.Null);
            }
        });

    [Test]
    public void Redistribute_ByCodes_KeepsTheOrderAndMakesACopy() => ThreadCommunicator.Run(2, comm =>
    {
        using DistArray<double> a = Np.Empty<double>(new Distribution(comm, [7, 5], "bn"), MemoryOrder.ColumnMajor);
        Arrays.Fill(a, linear => linear);
        using DistArray<double> b = a.Redistribute("nc");
        a.Fill(-1);
        Assert.That(b.Distribution, Is.EqualTo(new Distribution(comm, [7, 5], "nc")));
        Assert.That(b.Order, Is.EqualTo(MemoryOrder.ColumnMajor));
        Assert.That(Arrays.Wrong(b, linear => linear), Is.Null);
    });

    [Test]
    public void Redistribute_ToADistributionWithHalo_LeavesTheHaloZero() => ThreadCommunicator.Run(2, comm =>
    {
        using DistArray<int> a = Np.Empty<int>(new Distribution(comm, [6], "c"));
        Arrays.Fill(a, linear => (int)linear + 1);
        using DistArray<int> b = a.Redistribute(new Distribution(comm, [6], "b", haloLow: [1], haloHigh: [2]));
        int start = comm.Rank * 3;
        Assert.That(b.LocalViewWithHalo.ToArray(), Is.EqualTo(new[] { 0, start + 1, start + 2, start + 3, 0, 0 }));
    });

    [Test]
    public void Redistribute_OtherShapeOrRanks_Throws() => ThreadCommunicator.Run(4, comm =>
    {
        using DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [6, 2]));
        Assert.That(() => a.Redistribute(new Distribution(comm, [2, 6])), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("(6, 2) and (2, 6)"));
        ICommunicator half = comm.Split(comm.Rank / 2, 0)!;
        Assert.That(() => a.Redistribute(new Distribution(half, [6, 2])), Throws.TypeOf<DistributionMismatchException>().With.Message.Contains("ranks"));
    });

    [Test]
    public void Redistribute_MemoryGoneOnOneRank_ThrowsOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [6, 2]));
        if (comm.Rank == 1) a.Dispose();
        Assert.That(() => a.Redistribute("nb"), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 1").And.Message.Contains("Disposed"));
        comm.Barrier();
    });

    private static string? Move<T>(Distribution from, Distribution to, System.Random random, Func<long, T> value) where T : unmanaged
    {
        // Strides may differ from rank to rank.
        var own = new System.Random(random.Next() + from.Communicator.Rank);
        using DistArray<T> source = Arrays.Strided<T>(from, own), target = Arrays.Strided<T>(to, own);
        Arrays.Fill(source, value);
        Redistribution.Copy(source, target, "Copy", s_ways[random.Next(s_ways.Length)]);
        return Arrays.Wrong(target, value) ?? Arrays.Wrong(source, value);
    }
}
