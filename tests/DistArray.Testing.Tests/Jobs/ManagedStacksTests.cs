using System.Diagnostics;
using DistArray.Testing.Jobs;
using DistArray.Testing.Reports;

namespace DistArray.Testing.Tests.Jobs;

public class ManagedStacksTests
{
    [Test]
    public void Collect_OfAProcessThatCannotBeRead_TellsTheReason()
    {
        using Process native = Process.Start("sleep", "60");
        RankReport[] reports = [new(0), new(1)];
        ManagedStacks.Collect(new Dictionary<RankReport, int> { [reports[0]] = native.Id, [reports[1]] = int.MaxValue }, "Tests.dll");
        native.Kill();
        Assert.That(reports.Select(report => report.Stack), Has.All.Exactly(1).Items);
        Assert.That(reports.Select(report => report.Stack[0]), Has.All.StartsWith("(its stack could not be read"));
    }
}
