using DistArray.Suite;
using DistArray.Testing;

namespace DistArray.Mpi.Tests;

/// <summary>What every communicator must do, over MPI: with counts in one piece, and cut into pieces of 1 and 3 elements.</summary>
public class CommunicatorSuiteTests
{
    private static IEnumerable<TestCaseData> Behaviours =>
        from name in CommunicatorSuite.All.Keys
        from limit in new long[] { 0, 1, 3 }
        select new TestCaseData(name, limit).SetName(limit == 0 ? name : $"{name}_InPiecesOf{limit}");

    [MpiTest(1, 2, 3, 4)]
    [MpiTestCaseSource(nameof(Behaviours))]
    public void Communicator_OverMpi_Behaves(ICommunicator world, string behaviour, long limit)
    {
        using var pieces = new CountLimit(limit);
        // What ranks did not agree on in a test before stays under way.
        int before = MpiRequest.ActiveCount;
        CommunicatorSuite.All[behaviour](world);
        Assert.That(MpiRequest.ActiveCount, Is.EqualTo(before));
    }
}
