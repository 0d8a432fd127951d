namespace DistArray.Core.Tests.Distributions;

public class DerivedTests
{
    [Test]
    public void InsertAxis_LeavesTheOthersWithTheirRanks() => ThreadCommunicator.Run(3, world =>
    {
        var d = new Distribution(world, [7, 4], "bn", haloLow: [1, 0], haloHigh: [1, 0]);
        for (int axis = 0; axis <= 2; axis++)
        {
            Distribution more = d.InsertAxis(axis, 5);
            Assert.That(more.Shape.ToArray(), Is.EqualTo(new long[][] { [5, 7, 4], [7, 5, 4], [7, 4, 5] }[axis]));
            Assert.That(more.LocalSize, Is.EqualTo(5 * d.LocalSize));
            Assert.That(more.LocalRange(axis == 0 ? 1 : 0), Is.EqualTo(d.LocalRange(0)));
            Assert.That(more.LocalShapeWithHalo.ToArray(), Is.EqualTo(more.LocalShape.ToArray()));
        }
        Assert.That(() => d.InsertAxis(3, 5), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => d.InsertAxis(-1, 5), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => d.InsertAxis(0, -5), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void WithoutHalo_OwnsTheSame() => ThreadCommunicator.Run(2, world =>
    {
        var d = new Distribution(world, [7], "b", haloLow: [1], haloHigh: [2]);
        Distribution bare = d.WithoutHalo();
        Assert.That(bare, Is.EqualTo(d));
        Assert.That(bare.LocalShapeWithHalo.ToArray(), Is.EqualTo(d.LocalShape.ToArray()));
        Assert.That(bare.WithoutHalo(), Is.SameAs(bare));
    });
}
