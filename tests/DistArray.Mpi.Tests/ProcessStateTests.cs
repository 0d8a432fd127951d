using System.Diagnostics;
using System.Globalization;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi.Tests;

/// <summary>What is known of processes that live, were killed, or have ended by themselves.</summary>
public class ProcessStateTests
{
    [Test]
    public void Of_ThisProcess_IsAlive()
    {
        ProcessState state = ProcessState.Of(Environment.ProcessId)!.Value;
        Assert.That(state.IsAlive);
        Assert.That(state.IsKilled, Is.False);
    }

    [TestCase("kill -9 $!", true)]
    [TestCase("kill -TERM $!", false)]
    public void Of_AProcessThatNobodyHasWaitedFor_TellsHowItEnded(string end, bool isKilled)
    {
        // The shell becomes a program that does not know of its child.
        using Process parent = Process.Start("sh", ["-c", $"sleep 60 & {end}; exec sleep 61"]);
        ProcessState state = default;
        Assert.That(() => ChildOf(parent.Id) is { } child && (state = ProcessState.Of(child)!.Value) is { IsAlive: false }, Is.True.After(10_000, 10));
        parent.Kill();
        Assert.That(state.IsKilled, Is.EqualTo(isKilled));
    }

    [Test]
    public void Of_NoProcess_IsNothing() => Assert.That(ProcessState.Of(int.MaxValue), Is.Null);

    private static int? ChildOf(int process) =>
        int.TryParse(File.ReadAllText($"/proc/{process}/task/{process}/children").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int child) ? child : null;
}
