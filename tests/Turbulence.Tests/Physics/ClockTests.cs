namespace Turbulence.Tests.Physics;

public class ClockTests
{
    [Test]
    public void Time_AfterManySteps_IsAProductNotASum()
    {
        var clock = new Clock(0, 0, 0.1);
        Run(clock, "--dt 0.1 --steps 1000");
        Assert.That((clock.Step, clock.Time), Is.EqualTo((1000, 1000 * 0.1)));
    }

    [Test]
    public void Time_AfterRestart_IsThatOfTheContinuousRun()
    {
        var first = new Clock(0, 0, 0.1);
        Run(first, "--dt 0.1 --steps 7");
        var second = new Clock(first.Step, first.Time, 0.1);
        Run(second, "--dt 0.1 --steps 6");
        Assert.That((second.Step, second.Time), Is.EqualTo((13, 13 * 0.1)));
    }

    [Test]
    public void Time_WithAnotherStepAfterRestart_CountsFromThere()
    {
        var clock = new Clock(10, 1.0, 0.25);
        Run(clock, "--dt 0.25 --steps 2");
        Assert.That((clock.Step, clock.Time), Is.EqualTo((12, 1.5)));
    }

    [TestCase("0.3", 3, false)]
    [TestCase("0.35", 4, true)]
    [TestCase("0", 0, false)]
    [TestCase("0.00001", 1, true)]
    [TestCase("100", 1000, false)]
    public void Until_IsMetExactly(string until, long steps, bool hasCutStep)
    {
        var clock = new Clock(0, 0, 0.1);
        Schedule schedule = Run(clock, $"--dt 0.1 --until {until}");
        Assert.That((clock.Step, schedule.HasCutStep), Is.EqualTo((steps, hasCutStep)));
        Assert.That(clock.Time, Is.EqualTo(double.Parse(until)).Within(1e-13));
    }

    [Test]
    public void Until_BeforeTheStart_IsRefused() =>
        Assert.That(() => Run(new Clock(10, 1.0, 0.1), "--dt 0.1 --until 0.5"), Throws.TypeOf<UsageException>()
            .With.Message.EqualTo("--until 0.5 lies before the start: the restart file is of time 1."));

    [Test]
    public void Snapshots_AtAnInterval_AreTakenThereAndAtTheEnd()
    {
        var schedule = new Schedule(Options.Parse([.. "--dt 0.1 --until 1.05 --output x --snapshot-every 0.4".Split(' ')]), new Clock(0, 0, 0.1));
        Assert.That(Enumerable.Range(0, 12).Where(step => schedule.IsSnapshot(step)), Is.EqualTo(new[] { 0, 4, 8, 11 }));
    }

    private static Schedule Run(Clock clock, string line)
    {
        var schedule = new Schedule(Options.Parse(line.Split(' ')), clock);
        while (clock.Step < schedule.Last) clock.Advance(schedule.Next(clock).Time);
        return schedule;
    }
}
