using DistArray.Suite;

namespace DistArray.Core.Tests.Communication;

public class CommunicatorSuiteTests
{
    private static IEnumerable<string> Behaviours => CommunicatorSuite.All.Keys;

    [Test]
    public void All_HasTheBehaviours() => Assert.That(CommunicatorSuite.All, Has.Count.GreaterThan(40));

    [TestCaseSource(nameof(Behaviours))]
    public void SelfCommunicator_Behaves(string behaviour)
    {
        using var comm = new SelfCommunicator();
        CommunicatorSuite.All[behaviour](comm);
    }

    [Test]
    public void ThreadCommunicator_Behaves([ValueSource(nameof(Behaviours))] string behaviour, [Values(1, 2, 3, 4, 7)] int size) =>
        ThreadCommunicator.Run(size, CommunicatorSuite.All[behaviour]);

    [Test]
    public void PartsOfThreads_Behave([ValueSource(nameof(Behaviours))] string behaviour) => ThreadCommunicator.Run(5, world =>
    {
        using ICommunicator part = world.Split(world.Rank % 2, -world.Rank)!;
        CommunicatorSuite.All[behaviour](part);
    });
}
