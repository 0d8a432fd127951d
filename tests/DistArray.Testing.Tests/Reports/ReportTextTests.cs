using DistArray.Testing.Protocol;
using DistArray.Testing.Reports;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Tests.Reports;

public class ReportTextTests
{
    [TestCase(TestStatus.Passed, TestStatus.Passed, TestStatus.Passed)]
    [TestCase(TestStatus.Passed, TestStatus.Warning, TestStatus.Warning)]
    [TestCase(TestStatus.Skipped, TestStatus.Skipped, TestStatus.Skipped)]
    [TestCase(TestStatus.Inconclusive, TestStatus.Inconclusive, TestStatus.Inconclusive)]
    [TestCase(TestStatus.Passed, TestStatus.Skipped, TestStatus.Failed)]
    [TestCase(TestStatus.Passed, TestStatus.Inconclusive, TestStatus.Failed)]
    [TestCase(TestStatus.Passed, TestStatus.Failed, TestStatus.Failed)]
    [TestCase(TestStatus.Skipped, TestStatus.Failed, TestStatus.Failed)]
    public void State_IsReducedOverTheRanks(TestStatus first, TestStatus second, TestStatus expected) =>
        Assert.That(new ReportText(Report(Ended(0, first), Ended(1, second))).State.Status, Is.EqualTo(expected));

    [Test]
    public void State_KeepsNUnitsFinerWord() =>
        Assert.That(new ReportText(Report(Ended(0, TestStatus.Passed), Ended(1, TestStatus.Failed, ResultState.Error.Label))).State, Is.EqualTo(ResultState.Error));

    [Test]
    public void AnOpenRank_IsAFailureWhateverTheOthersSay() =>
        Assert.That(new ReportText(Report(Ended(0, TestStatus.Passed), new RankReport(1))).State.Status, Is.EqualTo(TestStatus.Failed));

    [Test]
    public void JobOutput_NamesTheRankAsOtherOutputDoes()
    {
        JobReport report = Report(Ended(0, TestStatus.Passed), Ended(1, TestStatus.Passed)) with { Output = ["[1,1]<stdout>:from Fortran", "[1,0]<stderr>: two"] };
        Assert.That(new ReportText(report).Output, Is.EqualTo("[1] from Fortran\n[0] two\n"));
    }

    private static JobReport Report(params RankReport[] ranks) => new(ranks, TimeSpan.FromSeconds(60), JobEnd.Orderly, []);

    private static RankReport Ended(int rank, TestStatus status, string label = "") =>
        new(rank) { Ended = new RankMessage(RankMessageKind.Ended) { Status = status, Label = label } };
}
