namespace Turbulence.Tests.Physics;

public class ClockTests
{
    [Test]
    public void Time_AfterManySteps_IsAProductNotASum()
    {
        var clock = new Clock(0, 0, 0.1);
        for (int i = 0; i < 1000; i++) clock.Advance();
        Assert.That((clock.Step, clock.Time), Is.EqualTo((1000, 1000 * 0.1)));
    }

    [Test]
    public void Time_AfterRestart_IsThatOfTheContinuousRun()
    {
        var whole = new Clock(0, 0, 0.1);
        for (int i = 0; i < 7; i++) whole.Advance();
        var second = new Clock(whole.Step, whole.Time, 0.1);
        for (int i = 0; i < 6; i++)
        {
            whole.Advance();
            second.Advance();
        }
        Assert.That(second.Time, Is.EqualTo(whole.Time));
        Assert.That(second.Time, Is.EqualTo(13 * 0.1));
    }

    [Test]
    public void Time_WithAnotherStepAfterRestart_CountsFromThere()
    {
        var clock = new Clock(10, 1.0, 0.25);
        clock.Advance();
        clock.Advance();
        Assert.That((clock.Step, clock.Time), Is.EqualTo((12, 1.5)));
    }

    [TestCase(0.3, 3)]
    [TestCase(0.35, 3)]
    [TestCase(0.0, 0)]
    [TestCase(100.0, 1000)]
    public void LastStepUntil_EndsNoLater(double time, long expected) =>
        Assert.That(new Clock(0, 0, 0.1).LastStepUntil(time), Is.EqualTo(expected));
}
