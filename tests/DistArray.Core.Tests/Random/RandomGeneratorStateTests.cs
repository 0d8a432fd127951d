namespace DistArray.Core.Tests.Random;

public class RandomGeneratorStateTests
{
    [Test]
    public void Generator_GivenTheStateOfAnother_GoesOnAsThatOne()
    {
        using var self = new SelfCommunicator();
        var distribution = new Distribution(self, [5, 3]);
        RandomGenerator first = Np.Random(7), second = Np.Random(8);
        first.Uniform(distribution).Dispose();
        second.State = first.State;
        Assert.That(first.State, Is.EqualTo(new RandomGeneratorState(7, 1)));
        Assert.That(second.Normal(distribution).ToArray(), Is.EqualTo(first.Normal(distribution).ToArray()));
        Assert.That(Np.Random(8).Normal(distribution).ToArray(), Is.Not.EqualTo(Np.Random(7).Normal(distribution).ToArray()));
    }
}
