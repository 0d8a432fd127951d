using DistArray.Mpi;

namespace Pencils.Tests;

public class RefusalTests
{
    [TestCase("stpes=5")]
    [TestCase("n=many")]
    [TestCase("steps=-1")]
    [TestCase("dt=0")]
    [TestCase("--help")]
    public void BadOption_OnThreeRanks_IsToldOnceAndEndsWithTwo(string option)
    {
        MpiLaunchResult result = Launch.Pencils(3, $"n=8 {option}");
        Assert.That(result.ExitCode, Is.EqualTo(2), result.Error);
        Assert.That(result.Error.Split($"pencils: '{option}' is no name=value that can be used. There are n,"), Has.Length.EqualTo(2), result.Error);
    }

    [TestCase("amplitude=0.7", "STOP pencils: amplitude must be less than 1/2")]
    [TestCase("grid=8,1,1", "STOP pencils: more processes along y or z than points")]
    [TestCase("out=/dev/null/none", "/dev/null/none")]
    public void BadRun_OnThreeRanks_EndsAtOnceWithTheReason(string argument, string reason)
    {
        MpiLaunchResult result = Launch.Pencils(3, $"n=8 {argument}");
        Assert.That(result.TimedOut, Is.False);
        Assert.That(result.ExitCode, Is.EqualTo(70), result.Error);
        Assert.That(result.Error, Does.Contain(reason));
        Assert.That(result.Duration, Is.LessThan(TimeSpan.FromSeconds(30)));
    }
}
