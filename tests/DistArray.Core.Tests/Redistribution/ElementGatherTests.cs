namespace DistArray.Core.Tests.Redistributing;

public class ElementGatherTests
{
    private const int Cases = 60;

    [Test]
    public void Fetch_OfRandomPlaces_GetsTheirElements([Values(1, 2, 3, 4, 6, 8, 13, 16)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i;
            var any = new RandomDistributions(number, comm);
            Distribution from = any.Of(any.Shape());
            var own = new System.Random(number + comm.Rank);
            using DistArray<double> source = Arrays.Strided<double>(from, own);
            Arrays.Fill(source, linear => linear);
            long[] places = [.. Enumerable.Range(0, from.Size == 0 || own.Next(4) == 0 ? 0 : own.Next(40)).Select(_ => own.NextInt64(from.Size))];
            var found = new double[places.Length];
            ElementGather.Fetch<double>(source, places, found);
            Assert.That(found, Is.EqualTo(Array.ConvertAll(places, place => (double)place)), $"case {number}: {from}, rank {comm.Rank}");
        }
    });

    [Test]
    public void Store_SeveralForOnePlace_KeepsTheHighestOrderOnEveryCopy([Values(1, 2, 3, 4, 6, 8, 13, 16)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i + 500;
            var any = new RandomDistributions(number, comm);
            Distribution to = any.Of(any.Shape());
            using DistArray<int> target = Arrays.Strided<int>(to, new System.Random(number + comm.Rank));
            Arrays.Fill(target, _ => -1);
            // Every rank knows all; each brings what is its turn.
            int count = to.Size == 0 ? 0 : any.Random.Next(60);
            var all = Enumerable.Range(0, count).Select(_ => (Place: any.Random.NextInt64(to.Size), Rank: any.Random.Next(ranks), Order: any.Random.NextInt64())).ToArray();
            var mine = all.Select((one, value) => (one, value)).Where(pair => pair.one.Rank == comm.Rank).ToArray();
            ElementGather.Store<int>(target, [.. mine.Select(pair => pair.one.Place)], [.. mine.Select(pair => pair.value)], [.. mine.Select(pair => pair.one.Order)]);
            var model = new int[to.Size];
            Array.Fill(model, -1);
            foreach ((var one, int value) in all.Select((one, value) => (one, value)).OrderBy(pair => pair.one.Order)) model[one.Place] = value;
            string? wrong = Arrays.Wrong(target, linear => model[linear]);
            Assert.That(wrong, Is.Null, $"case {number}: {to}, rank {comm.Rank}");
        }
    });

    [Test]
    public void FetchAndStore_APlaceOutsideOnOneRank_ThrowOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [6, 4]));
        long[] places = comm.Rank == 1 ? [3, 24] : [0];
        Assert.That(() => ElementGather.Fetch(a, places, new int[places.Length]), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 1").And.Message.Contains("place 24 is outside of shape (6, 4)"));
        Assert.That(() => ElementGather.Store<int>(a, places, new int[places.Length], []), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 1"));
        comm.Barrier();
    });
}
