namespace DistArray.Testing.Samples;

/// <summary>A test that runs where another one has passed.</summary>
public class Depending
{
    [MpiTest(2)]
    [DependsOnTest(nameof(Z_Start))]
    public void A_Step(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));

    [MpiTest(2)]
    public void Z_Start(ICommunicator world) => Assert.That(world.Size, Is.EqualTo(2));
}
