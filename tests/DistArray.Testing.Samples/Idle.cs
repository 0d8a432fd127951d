using System.Diagnostics;

namespace DistArray.Testing.Samples;

/// <summary>Shows that ranks use no processor time between tests; NUnit runs the tests by name.</summary>
public class Idle
{
    private static TimeSpan s_used;

    [MpiTest(2)]
    public void A_Before(ICommunicator world)
    {
        s_used = Process.GetCurrentProcess().TotalProcessorTime;
        Assert.That(s_used, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public void B_Between() => Assert.That(() => Thread.Sleep(2000), Throws.Nothing);

    [MpiTest(2)]
    public void C_After(ICommunicator world) =>
        Assert.That((Process.GetCurrentProcess().TotalProcessorTime - s_used).TotalSeconds, Is.LessThan(0.5));
}
