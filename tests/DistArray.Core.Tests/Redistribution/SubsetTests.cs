namespace DistArray.Core.Tests.Redistributing;

/// <summary>Arrays over some of the ranks of a communicator.</summary>
public class SubsetTests
{
    [Test]
    public void Redistribute_BetweenRandomGroups_PutsEveryElementWhereItBelongs([Values(1, 2, 3, 5, 8, 12)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < 40; i++)
        {
            int number = (ranks * 1000) + i;
            var random = new System.Random(number);
            // Groups in any order of their ranks.
            (int[] one, int[] other) = (Group(random, ranks), Group(random, ranks));
            ICommunicator? from = comm.Split(one[comm.Rank] < 0 ? ICommunicator.Undefined : 0, one[comm.Rank]), to = comm.Split(other[comm.Rank] < 0 ? ICommunicator.Undefined : 0, other[comm.Rank]);
            long[] shape = new RandomDistributions(number, comm).Shape(3);
            Distribution? source = from is null ? null : new RandomDistributions(number, from).Of(shape), target = to is null ? null : new RandomDistributions(number + 500, to).Of(shape);
            using DistArray<int>? array = source is null ? null : Arrays.Strided<int>(source, new System.Random(number + comm.Rank));
            if (array is not null) Arrays.Fill(array, linear => (int)linear);
            using DistArray<int>? moved = Np.Redistribute(comm, array, target);
            Assert.That(moved is null, Is.EqualTo(target is null));
            if (moved is null) continue;
            Assert.That(moved.Distribution, Is.EqualTo(target));
            Assert.That(Arrays.Wrong(moved, linear => (int)linear), Is.Null, $"case {number}: {source} to {target}, rank {comm.Rank}");
        }
    });

    [Test]
    public void Redistribute_OfBadGroups_ThrowsOnEveryRank() => ThreadCommunicator.Run(4, comm =>
    {
        ICommunicator half = comm.Split(comm.Rank / 2, 0)!;
        using DistArray<int> mine = Np.Zeros<int>(new Distribution(half, [6])), all = Np.Zeros<int>(new Distribution(comm, [6]));
        Assert.That(() => Np.Redistribute(comm, mine, all.Distribution), Throws.ArgumentException.With.Message.Contains("Ranks 0 and 2 bring an array of different communicators"));
        Assert.That(() => Np.Redistribute<int>(comm, null, all.Distribution), Throws.ArgumentException.With.Message.Contains("No rank brings an array"));
        Assert.That(() => Np.Redistribute(comm, all, null), Throws.ArgumentException.With.Message.Contains("No rank brings a distribution"));
        Assert.That(() => Np.Redistribute(comm, comm.Rank == 0 ? mine : null, all.Distribution), Throws.ArgumentException.With.Message.Contains("number 1"));
        Assert.That(() => Np.Redistribute(comm, comm.Rank < 2 ? mine : null, new Distribution(comm, [7])), Throws.TypeOf<ShapeMismatchException>());
        comm.Barrier();
    });

    // A rank's number in a random group, -1 where it is not in it.
    private static int[] Group(System.Random random, int ranks)
    {
        int[] order = [.. Enumerable.Range(0, ranks)];
        random.Shuffle(order);
        int size = random.Next(1, ranks + 1);
        return Array.ConvertAll(order, number => number < size ? number : -1);
    }
}
