using DistArray.Mpi.Jobs;

namespace DistArray.Testing.Tests.Reports;

public class RankNamesTests
{
    [TestCase(new[] { 2 }, "rank 2")]
    [TestCase(new[] { 0, 1 }, "ranks 0-1")]
    [TestCase(new[] { 0, 1, 2, 5, 7, 8 }, "ranks 0-2, 5, 7-8")]
    public void Of_JoinsNeighbours(int[] ranks, string text) => Assert.That(RankNames.Of(ranks), Is.EqualTo(text));

    [Test]
    public void Fold_KeepsTheOrderOfTheFirstRank()
    {
        var folded = RankNames.Fold([(0, "b"), (1, "a"), (2, "b"), (3, "c")]).Select(x => $"{RankNames.Numbers(x.Ranks)}:{x.Text}");
        Assert.That(folded, Is.EqualTo(["0, 2:b", "1:a", "3:c"]));
    }
}
