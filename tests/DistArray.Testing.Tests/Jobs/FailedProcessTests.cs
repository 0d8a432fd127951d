using DistArray.Testing.Jobs;

namespace DistArray.Testing.Tests.Jobs;

public class FailedProcessTests
{
    [TestCase("6", 27432)]
    [TestCase("11", 27432)]
    [TestCase("9", null)] // as of one that the launcher has killed
    public void NamedIn_TheWordsOfMpich_IsTheProcessThatEndedByItself(string code, int? process) =>
        Assert.That(FailedProcess.NamedIn(["[1] crash on purpose", "====", "=   BAD TERMINATION OF ONE OF YOUR APPLICATION PROCESSES", "=   PID 27432 RUNNING AT node", $"=   EXIT CODE: {code}", "=   CLEANING UP REMAINING PROCESSES"]), Is.EqualTo(process));

    [Test]
    public void NamedIn_OtherWords_IsNone() => Assert.That(FailedProcess.NamedIn(["mpiexec noticed that process rank 1 with PID 27432 on node x exited on signal 9 (Killed)."]), Is.Null);
}
