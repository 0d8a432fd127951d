namespace DistArray.Core.Tests.Indexing;

/// <summary>Steps beyond the axis, up to the ends of the integers.</summary>
[TestFixture]
public class HugeStepTests
{
    [Test]
    public void Slice_WithAHugeStep_IsOneIndex([Values(1, 3)] int ranks, [Values("b", "c", "n")] string codes,
        [Values(9, long.MaxValue, long.MinValue, -long.MaxValue)] long step) => ThreadCommunicator.Run(ranks, comm =>
    {
        DistArray<double> a = Np.FromFunction(new Distribution(comm, [12], codes), (long i) => 1.0 + i);
        Assert.That(a[Np.Slice(3, null, step)].ToArray(), Is.EqualTo(new double[] { 4 }));
    });
}
