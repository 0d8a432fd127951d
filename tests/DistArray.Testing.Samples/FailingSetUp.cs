namespace DistArray.Testing.Samples;

/// <summary>A fixture whose set-up fails, on the ranks.</summary>
public class FailingSetUp
{
    [SetUp]
    public void SetUp() => throw new InvalidOperationException("set-up is broken");

    [MpiTest(2)]
    public void Never(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));
}
