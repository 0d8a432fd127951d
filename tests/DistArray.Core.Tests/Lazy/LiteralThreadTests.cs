namespace DistArray.Core.Tests.Lazy;

/// <summary>Literals on ranks that are threads: each has its own.</summary>
[TestFixture]
public class LiteralThreadTests
{
    [Test]
    public void Literals_OfManyThreads_DoNotMeet() => ThreadCommunicator.Run(8, comm =>
    {
        for (int i = 0; i < 50; i++)
        {
            DistArray<double> literal = new[] { 1.0, 2, 3, i };
            Assert.That(Np.Roll(literal, 1).ToArray(), Is.EqualTo(new double[] { i, 1, 2, 3 }));
            Assert.That(literal[new long[] { 3, 0 }].ToArray(), Is.EqualTo(new double[] { i, 1 }));
        }
    });
}
