using System.Diagnostics;

namespace DistArray.Interactive.Tests;

/// <summary>Lines that do not end well.</summary>
internal sealed class FailureTests
{
    [Test]
    public void Exception_OnOneRank_IsToldAndTheSessionGoesOn()
    {
        Engines engines = Session.Of(3);
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("Console.WriteLine(Rank);\nif (Rank == 1)\n    throw new ArgumentException(\"not this\");"))!;
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.Exception));
        Assert.That(thrown.SessionEnded, Is.False);
        Assert.That(thrown.Message, Does.StartWith("1 of 3 ranks failed.\nrank 1:\nSystem.ArgumentException: not this\n"));
        Assert.That(thrown.Failures.Single().StackTrace, Does.Contain("line 3"));
        Assert.That(thrown.Results.Select(result => result.Output), Is.EqualTo(new[] { "0\n", "1\n", "2\n" }));
        Assert.That(engines.Doubt, Is.Null);
        Assert.That(engines.EvaluateSame<int>("World.Allreduce(1, Operation<int>.Add)"), Is.EqualTo(3));
    }

    [Test]
    public void Exception_OnAllRanks_IsToldOnce()
    {
        var thrown = Assert.Throws<EngineException>(() => Session.Of(3).Execute("int zero = 0; 1 / zero"))!;
        Assert.That(thrown.Message, Does.StartWith("ranks 0-2:\nSystem.DivideByZeroException: Attempted to divide by zero."));
        Assert.That(thrown.Failures, Has.Count.EqualTo(3));
    }

    [Test]
    public void Hang_AfterAnException_IsFoundAndTold()
    {
        Engines engines = Session.Of(3);
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("if (Rank == 1) throw new ArgumentException(\"not this\"); World.Barrier();"))!;
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.Hung));
        Assert.That(thrown.SessionEnded);
        Assert.That(thrown.Message, Does.Contain("Hung: ranks 0, 2 of 3 wait in MPI").And.Contain("ranks 0, 2: in Communicator.Barrier < the line").And.Contain("rank 1:\nSystem.ArgumentException: not this"));
        Assert.That(() => engines.Execute("1"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Unusable).And.Message.Contains("Restart()"));
        engines.Restart();
        Assert.That(engines.EvaluateSame<int>("World.Allreduce(1, Operation<int>.Add)"), Is.EqualTo(3));
    }

    [Test]
    public void Hang_OfOneRankInABarrier_IsFoundAndTold()
    {
        Engines engines = Session.Of(2);
        var thrown = Assert.Throws<EngineException>(() => engines.ExecuteOn(1, "void Wait() => World.Barrier(); Wait();"))!;
        Assert.That(thrown.Message, Does.Contain("rank 1: in Communicator.Barrier < ").And.Contain("Hung"));
    }

    [Test]
    public void Hang_InDifferentCollectives_IsFoundAndTold()
    {
        Engines engines = Session.Of(2);
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("if (Rank == 0) World.Receive<int>(1, 5); else World.Receive<int>(0, 6);"))!;
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.Hung));
    }

    [Test]
    public void Computing_IsNoHang()
    {
        Engines engines = Session.Of(2);
        engines.Execute("if (Rank == 0) Thread.Sleep(TimeSpan.FromSeconds(5)); World.Barrier();".Replace("Thread", "System.Threading.Thread"));
        Assert.That(engines.IsAlive);
    }

    [Test]
    public void Death_OfARank_EndsTheSessionWithTheReason()
    {
        Engines engines = Session.Of(2);
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("if (Rank == 1) Environment.Exit(3); World.Barrier();"))!;
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.Lost));
        Assert.That(thrown.SessionEnded);
        Assert.That(thrown.Message, Does.Contain("rank 1").And.Contain("exits with status 3"));
        Assert.That(engines.IsAlive, Is.False);
    }

    [Test]
    public void UnevenCollectives_AreDoubted()
    {
        Engines engines = Session.Of(2);
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("if (Rank == 1) throw new ArgumentException(\"\"); int n = 7; World.Broadcast(ref n, 0);"))!;
        // A small broadcast of rank 0 ends without rank 1; else it hangs, and is told as that.
        if (thrown.Failure != EngineFailure.Hung)
        {
            Assert.That(engines.Doubt, Does.Contain("rank 0: 1, rank 1: 0"));
            Assert.That(() => engines.Execute("1"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Unusable));
            engines.Trust();
            Assert.That(engines.EvaluateSame<int>("1"), Is.EqualTo(1));
        }
        engines.Kill();
    }

    [Test]
    public void Interrupt_EndsALoopOnAllRanks()
    {
        Engines engines = Session.Of(3);
        engines.Execute("int n = 0;");
        var thrown = Interrupted(engines, "while (true) n++;");
        Assert.That(thrown.Message, Is.EqualTo("Interrupted."));
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.Interrupted));
        Assert.That(engines.Evaluate<int>("n"), Is.All.GreaterThan(0));
    }

    [Test]
    public void Interrupt_BeforeTheLineHasBegun_EndsIt()
    {
        Engines engines = Session.Of(2);
        using var timer = new Timer(_ => engines.Interrupt(), null, 0, 1);
        Assert.That(() => engines.Execute("while (true) ;"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Interrupted));
    }

    [Test]
    public void Interrupt_OfALoopThatCommunicates_LeavesAllRanksAtOnePoint()
    {
        Engines engines = Session.Of(3);
        engines.Execute("long n = 0, sum = 0;");
        // Ranks differ in how often they pass a check between two collective calls.
        Interrupted(engines, "while (true) { for (int i = 0; i < 1000 * (Rank + 1); i++) ; sum += World.Allreduce(Rank, Operation<int>.Add); n++; World.Barrier(); }");
        Assert.That(engines.Doubt, Is.Null);
        long[] counts = [.. engines.Evaluate<long>("n")];
        Assert.That(counts.Max() - counts.Min(), Is.LessThanOrEqualTo(1));
        Assert.That(engines.Evaluate<int>("World.Allreduce(1 << Rank, Operation<int>.Add)"), Is.All.EqualTo(7));
    }

    [Test]
    public void Interrupt_OfMessages_LeavesAllRanksAtOnePoint()
    {
        Engines engines = Session.Of(3);
        Interrupted(engines, "for (int k = 0; ; k++) { int next = (Rank + 1) % Size, last = (Rank + Size - 1) % Size; int[] got = new int[1]; World.SendReceive<int>(new[] { k }, next, 1, got, last, 1); if (got[0] != k) throw new Exception($\"{got[0]} {k}\"); }");
        if (engines.Doubt is null) Assert.That(engines.Evaluate<int>("World.Allreduce(1 << Rank, Operation<int>.Add)"), Is.All.EqualTo(7));
    }

    [Test]
    public void Timeout_InterruptsTheLine()
    {
        using Engines engines = Engines.Launch(2, Session.Options with { Timeout = TimeSpan.FromSeconds(2) });
        var thrown = Assert.Throws<EngineException>(() => engines.Execute("while (true) ;"))!;
        Assert.That(thrown.Failure, Is.EqualTo(EngineFailure.TimedOut));
        Assert.That(engines.EvaluateSame<int>("5"), Is.EqualTo(5));
        thrown = Assert.Throws<EngineException>(() => engines.Execute("System.Threading.Thread.Sleep(60_000);"))!;
        Assert.That(thrown.Message, Does.Contain("did not end within 2 s").And.Contain("ranks 0-1: in Thread.Sleep"));
        Assert.That(engines.IsAlive, Is.False);
    }

    private static EngineException Interrupted(Engines engines, string line)
    {
        using var timer = new Timer(_ => engines.Interrupt());
        Action<int, string> begin = (_, _) => timer.Change(500, Timeout.Infinite);
        engines.Printed += begin;
        try
        {
            return Assert.Throws<EngineException>(() => engines.Execute("Console.WriteLine(\"begun\"); " + line))!;
        }
        finally
        {
            engines.Printed -= begin;
        }
    }
}
