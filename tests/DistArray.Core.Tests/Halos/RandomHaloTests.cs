namespace DistArray.Core.Tests.Halos;

using Random = System.Random;

[TestFixture(false)]
[TestFixture(true)]
public class RandomHaloTests(bool links)
{
    private const int CasesEach = 60;

    [SetUp]
    public void SetUp() => HaloCarrier.LinksThreads = links;

    [TearDown]
    public void TearDown()
    {
        HaloCarrier.LinksThreads = false;
        if (links) Collect();
    }

    [Test]
    public void UpdateHalo_RandomCases_EqualThePaddedArray([Range(1, 12)] int size)
    {
        for (int k = 0; k < CasesEach; k++)
        {
            if (links && k % 4 == 0) Collect();
            int seed = (1000 * size) + k;
            ThreadCommunicator.Run(size, comm =>
            {
                var c = new HaloCase(comm, seed);
                c.Fill(index => Untouched(index));
                for (int repeat = 0; repeat < 2; repeat++)
                {
                    if (repeat == 0) c.Array.UpdateHalo(c.Options);
                    else c.Array.BeginUpdateHalo(c.Options).End();
                    Check(c, seed);
                }
                c.Array.Dispose();
            });
        }
    }

    [Test]
    public void AccumulateHalo_RandomCases_EqualTheAdjoint([Range(1, 12)] int size)
    {
        for (int k = 0; k < CasesEach; k++)
        {
            if (links && k % 4 == 0) Collect();
            int seed = (1000 * size) + 500 + k;
            ThreadCommunicator.Run(size, comm =>
            {
                var c = new HaloCase(comm, seed);
                LocalView<double> stored = c.Array.LocalViewWithHalo;
                var random = new Random((seed * 31) + comm.Rank);
                var contributions = new double[c.Distribution.Size];
                foreach ((int[] index, long[] global) in c.Stored())
                {
                    double value = random.Next(1, 1 << 20);
                    stored[index] = value;
                    if (c.IsOwned(global)) contributions[Offset(c, global)] += value;
                    else if (c.Show(global).Source is { } source) contributions[Offset(c, source)] += value;
                }
                double[] before = stored.ToArray();
                double[] expected = Sum(comm, c.Distribution, contributions);
                c.Array.AccumulateHalo(c.Options);
                int at = 0;
                foreach ((int[] index, long[] global) in c.Stored())
                {
                    double value = c.IsOwned(global) ? expected[Offset(c, global)] : c.Show(global).Source is null ? before[at] : 0;
                    Assert.That(stored[index], Is.EqualTo(value), () => $"seed {seed}, rank {comm.Rank}, global ({string.Join(", ", global)}) of {c}");
                    at++;
                }
                c.Array.Dispose();
            });
        }
    }

    [Test]
    public void UpdateAndAccumulate_RandomCases_AreAdjoint([Values(1, 4, 6)] int size)
    {
        for (int k = 0; k < CasesEach; k++)
        {
            if (links && k % 4 == 0) Collect();
            int seed = (1000 * size) + 800 + k;
            ThreadCommunicator.Run(size, comm =>
            {
                // <Update(x), y> over everything stored = <x, Accumulate(y)> over what is owned, for x with ghosts of 0 and y without those that are no copies.
                var c = new HaloCase(comm, seed);
                LocalView<double> stored = c.Array.LocalViewWithHalo;
                var random = new Random((seed * 17) + comm.Rank);
                c.Fill(_ => 0);
                c.Array.UpdateHalo(c.Options);
                double[] y = [.. stored.ToArray().Select(_ => (double)random.Next(-100, 100))];
                double left = 0, right = 0;
                int at = 0;
                foreach ((int[] index, long[] global) in c.Stored())
                {
                    if (!c.IsOwned(global) && c.Show(global).Source is null) y[at] = 0;
                    left += (stored[index] - 0.5) * y[at++];
                }
                at = 0;
                foreach ((int[] index, _) in c.Stored()) stored[index] = y[at++];
                c.Array.AccumulateHalo(c.Options);
                foreach ((int[] index, long[] global) in c.Stored())
                    if (c.IsOwned(global)) right += (c.Value(global) - 0.5) * stored[index];
                Assert.That(comm.Allreduce(left, Operation<double>.Add), Is.EqualTo(comm.Allreduce(right, Operation<double>.Add)), () => $"seed {seed}: {c}");
                c.Array.Dispose();
            });
        }
    }

    // The maps of the communicators that are gone: a process may have 65,530.
    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static double Untouched(int[] index) => index.Aggregate(-1e6, (sum, at) => (sum * 3) - at);

    private static void Check(HaloCase c, int seed)
    {
        LocalView<double> stored = c.Array.LocalViewWithHalo;
        foreach ((int[] index, long[] global) in c.Stored())
        {
            (long[]? source, double? value) = c.Show(global);
            double expected = c.IsOwned(global) ? c.Value(global) : value ?? (source is null ? Untouched(index) : c.Value(source));
            Assert.That(stored[index], Is.EqualTo(expected), () => $"seed {seed}, rank {c.Distribution.Communicator.Rank}, global ({string.Join(", ", global)}) of {c}");
        }
    }

    private static long Offset(HaloCase c, long[] global) => (long)(c.Value(global) - 0.5);

    // Over the ranks of one copy.
    private static double[] Sum(ICommunicator comm, Distribution distribution, double[] mine)
    {
        distribution.Grid.TryGetCoordinates(comm.Rank, new int[distribution.NDim], out int copy);
        using ICommunicator group = comm.Split(copy, comm.Rank)!;
        var sum = new double[mine.Length];
        group.Allreduce<double>(mine, sum, Operation<double>.Add);
        return sum;
    }
}
