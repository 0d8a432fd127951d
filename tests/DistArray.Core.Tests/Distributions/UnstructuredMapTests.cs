namespace DistArray.Core.Tests.Distributions;

public class UnstructuredMapTests
{
    // A fixed permutation of the axis, dealt out unevenly: rank 0 gets nothing where there are several.
    private static long[] Mine(int rank, int size, long n)
    {
        long[] all = [.. Enumerable.Range(0, (int)n).Select(i => (i * 7L + 3) % n)];
        return size == 1 ? all : [.. all.Where((_, i) => 1 + (i * i % (size - 1)) == rank)];
    }

    [Test]
    public void Locate_EveryIndex_FindsPartAndPlace([Values(1, 2, 3, 4, 7)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        const int N = 23;
        long[] mine = Mine(comm.Rank, size, N);
        var map = UnstructuredMap.Create(comm, N, mine);
        Assert.That(map.LocalSize(comm.Rank), Is.EqualTo(mine.Length));
        long[] asked = [.. Enumerable.Range(0, N).Select(i => (long)(N - 1 - i)).Where(i => i % (comm.Rank + 1) == 0)];
        (int Part, int Local)[] found = map.Locate(asked);
        for (int i = 0; i < asked.Length; i++)
            Assert.That(Mine(found[i].Part, size, N)[found[i].Local], Is.EqualTo(asked[i]));
        for (int local = 0; local < mine.Length; local++)
        {
            Assert.That(map.GlobalToLocal(mine[local]), Is.EqualTo(local));
            Assert.That(map.LocalToGlobal(comm.Rank, local), Is.EqualTo(mine[local]));
        }
        Assert.That(map.Runs(comm.Rank).SelectMany(run => Enumerable.Range(0, run.Count).Select(i => run.GlobalStart + i)), Is.EqualTo(mine));
    });

    [Test]
    public void Equality_IsTheSameOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        var one = UnstructuredMap.Create(comm, 6, [comm.Rank, comm.Rank + 3]);
        var same = UnstructuredMap.Create(comm, 6, [comm.Rank, comm.Rank + 3]);
        long[] swapped = comm.Rank == 2 ? [5, 2] : [comm.Rank, comm.Rank + 3];
        var other = UnstructuredMap.Create(comm, 6, swapped);
        Assert.That(one == same, Is.True);
        Assert.That(one == other, Is.False);
        Assert.That(one == (DimMap)new CyclicMap(6, 3), Is.False);
    });

    [Test]
    public void Create_OfABadIndex_ThrowsOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        Bad("twice", [comm.Rank, 3, 3]);
        Bad("outside", [comm.Rank, comm.Rank == 1 ? 9 : 3 + comm.Rank]);
        Bad("Index 5 is on no part", comm.Rank == 2 ? [2] : [comm.Rank, comm.Rank + 3]);
        Bad("Index 1 is on part 0 and on part 1", comm.Rank == 0 ? [0, 1] : [comm.Rank, comm.Rank + 3]);

        void Bad(string text, long[] indices) => Assert.That(() => UnstructuredMap.Create(comm, 6, indices), Throws.TypeOf<RankFailedException>().With.Message.Contains(text));
    });

    [Test]
    public void QuestionsAboutOthers_SayThatLocateIsCollective() => ThreadCommunicator.Run(2, comm =>
    {
        var map = UnstructuredMap.Create(comm, 4, comm.Rank == 0 ? [3, 0] : [1, 2]);
        Assert.That(() => map.LocalSize(1 - comm.Rank), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Locate"));
        Assert.That(() => map.Owner(comm.Rank == 0 ? 1 : 0), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Locate"));
        Assert.That(map.Owner(comm.Rank == 0 ? 3 : 1), Is.EqualTo(comm.Rank));
        Assert.That(() => map.Locate(comm.Rank == 1 ? [4] : [0]), Throws.TypeOf<RankFailedException>().With.Message.Contains("4"));
    });
}
