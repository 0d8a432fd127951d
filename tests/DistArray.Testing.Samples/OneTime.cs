using DistArray.Mpi;

namespace DistArray.Testing.Samples;

/// <summary>A fixture whose one-time set-up needs MPI, which there is on ranks only.</summary>
public class OneTime
{
    private int _size;

    [OneTimeSetUp]
    public void AskTheWorld() => _size = Communicator.World.Size;

    [MpiTest(3)]
    public void RunsOnTheRanks(ICommunicator world) => Assert.That(_size, Is.EqualTo(3));
}
