using System.Diagnostics;
using System.Globalization;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi.Tests;

/// <summary>What is known of processes that live and that have ended.</summary>
public class ProcessStateTests
{
    [Test]
    public void Of_ThisProcess_IsAlive() => Assert.That(ProcessState.Of(Environment.ProcessId), Has.Property(nameof(ProcessState.IsAlive)).True);

    [Test]
    public void Of_AProcessThatNobodyHasWaitedFor_IsNotAlive()
    {
        // The shell becomes a program that does not know of its child.
        using Process parent = Process.Start("sh", ["-c", "sleep 60 & kill -9 $!; exec sleep 61"]);
        Assert.That(() => ChildOf(parent.Id) is { } child && ProcessState.Of(child) is { IsAlive: false }, Is.True.After(10_000, 10));
        parent.Kill();
    }

    [Test]
    public void Of_NoProcess_IsNothing() => Assert.That(ProcessState.Of(int.MaxValue), Is.Null);

    private static int? ChildOf(int process) =>
        int.TryParse(File.ReadAllText($"/proc/{process}/task/{process}/children").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int child) ? child : null;
}
