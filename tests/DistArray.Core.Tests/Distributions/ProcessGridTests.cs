namespace DistArray.Core.Tests.Distributions;

public class ProcessGridTests
{
    [Test]
    public void Coordinates_AreInCOrder()
    {
        var grid = new ProcessGrid(2, 3);
        Assert.That(Enumerable.Range(0, 6).Select(grid.Coordinates), Is.EqualTo(new[] { new[] { 0, 0 }, [0, 1], [0, 2], [1, 0], [1, 1], [1, 2] }));
        Assert.That(grid.RankOf(1, 2), Is.EqualTo(5));
        Assert.That(() => grid.RankOf(2, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => grid.Coordinates(6), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase(4, new[] { 100L, 100L }, "bb", new[] { 2, 2 })]
    [TestCase(6, new[] { 300L, 200L }, "bb", new[] { 3, 2 })]
    [TestCase(6, new[] { 200L, 300L }, "bb", new[] { 2, 3 })]
    [TestCase(4, new[] { 1000L, 10L }, "bb", new[] { 4, 1 })]
    [TestCase(4, new[] { 100L, 100L }, "bn", new[] { 4, 1 })]
    [TestCase(4, new[] { 100L, 100L }, "nb", new[] { 1, 4 })]
    [TestCase(8, new[] { 64L, 64L, 64L }, "bbb", new[] { 2, 2, 2 })]
    [TestCase(8, new[] { 64L, 64L, 64L }, "bnb", new[] { 4, 1, 2 })]
    [TestCase(7, new[] { 100L, 100L }, "bb", new[] { 7, 1 })]
    [TestCase(7, new[] { 3L, 100L }, "bb", new[] { 1, 7 })]
    [TestCase(6, new[] { 2L, 3L }, "bb", new[] { 2, 3 })]
    [TestCase(7, new[] { 3L, 3L }, "bb", new[] { 7, 1 })]
    [TestCase(5, new[] { 10L, 10L }, "nn", new[] { 1, 1 })]
    public void Choose_GivesABalancedGridOfSmallSurface(int ranks, long[] shape, string codes, int[] expected) =>
        Assert.That(ProcessGrid.Choose(ranks, shape, [.. codes.Select(code => code != 'n')]).Shape.ToArray(), Is.EqualTo(expected));

    [Test]
    public void Choose_ForManyRanks_IsFastAndUsesThemAll()
    {
        ProcessGrid grid = ProcessGrid.Choose(65536, [4096, 4096, 4096], [true, true, true]);
        Assert.That(grid.Size, Is.EqualTo(65536));
        Assert.That(grid.Shape.ToArray(), Is.EqualTo(new[] { 64, 32, 32 }));
    }

    [Test]
    public void Constructor_OfNoRanks_Throws() => Assert.That(() => new ProcessGrid(2, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
}
