using DistArray.Testing.Reports;

namespace DistArray.Testing.Tests.Reports;

public class StackPlaceTests
{
    [TestCase("in Barrier, called from Waves.Energy", "DistArray.Bindings.NativeMpi.Barrier(Int64)", "DistArray.Mpi.Communicator.Barrier()", "My.Waves.Energy(DistArray.ICommunicator)")]
    [TestCase("in Allreduce, called from DistArray.Sum < Waves.Energy", "DistArray.Mpi.Communicator.Allreduce(Void*, Void*, Int64, DistArray.Operation)",
        "DistArray.CommunicatorExtensions.Allreduce[[System.Double, System.Private.CoreLib]](DistArray.ICommunicator, Double)", "DistArray.DistArray`1[[System.Double, System.Private.CoreLib]].Sum()", "My.Waves.Energy()")]
    [TestCase("in Receive (no collective), called from Waves.Energy", "DistArray.Mpi.Communicator.Receive(Void*, Int64)", "My.Waves.Energy()")]
    [TestCase("in freeing of a communicator, called from Waves.Energy", "DistArray.Mpi.Communicator.Dispose()", "My.Waves.Energy()")]
    [TestCase("in Split, called from Waves.Energy", "DistArray.Mpi.Communicator.DistArray.ICommunicator.Split(Int32, Int32)", "My.Waves.Energy()")]
    [TestCase("in no collective: Thread.Sleep < Waves.Energy", "System.Threading.Thread.Sleep(Int32)", "My.Waves.Energy()")]
    [TestCase("in no collective: Waves.Energy", "My.Waves.Energy()", "thread 7:", "DistArray.Mpi.Communicator.Barrier()")]
    public void Place_NamesTheOperationAndWhoCalledIt(string place, params string[] stack) => Assert.That($"{new StackPlace(stack)}", Is.EqualTo(place));
}
