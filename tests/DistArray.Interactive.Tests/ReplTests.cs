using DistArray.Cli.Interactive;

namespace DistArray.Interactive.Tests;

/// <summary><c>distarray repl</c>.</summary>
internal sealed class ReplTests
{
    [Test]
    public void Repl_FromAPipe_RunsLines()
    {
        var (status, output, error) = Tool.Run("""
            World.Size
            int Twice(int n)
            {
                return 2 * n;
            }
            Twice(Rank + 1)
            %rank 1 Console.WriteLine("alone"); Rank * 10
            var a = Np.Arange<double>(World, 5);
            a
            %who
            a?
            b?
            %nothing
            a.Missing
            if (Rank == 1) throw new FormatException("mine");
            foreach (int i in new[] { 1, 2 }) Console.WriteLine($"turn {i}");
            """, "repl", "-n", "2");
        Assert.That(output, Is.EqualTo("""
            [0-1] 2
            [0] 2
            [1] 4
            [1] alone
            [1] 10
            [0-1] [0. 1. 2. 3. 4.]
            a            DistArray<double> (5,) as b over 2 ranks
            DistArray<double> a
            [0-1] turn 1
            [0-1] turn 2

            """), error);
        Assert.That(error, Does.Contain("There is no %nothing.").And.Contain("Nothing named b is known here.").And.Contain("(1,3): error CS1061").And.Contain("rank 1:\nSystem.FormatException: mine"));
        Assert.That(status, Is.EqualTo(1));
    }

    [Test]
    public void Repl_FromAPipe_TakesQuestionsWithTypes_UnfinishedTexts_AndItsEnd()
    {
        var (status, output, error) = Tool.Run("""
            DistArray<double>?
            Np.Ones<double>?
            var s = "abc
            20 + 1
            %quit now
            22
            """, "repl", "-n", "1");
        Assert.That(output, Does.StartWith("class DistArray.DistArray<T>\n").And.Contains("\nDistArray<T> Np.Ones<T>(").And.EndsWith("\n[0] 21\n"));
        Assert.That(error, Does.StartWith("(1,9): error CS1010"));
        Assert.That(status, Is.EqualTo(1));
    }

    [TestCase(1, 0.0, 100)]
    [TestCase(100, 1e-3, 10_000)]
    [TestCase(1000, 0.125, 4800)]
    [TestCase(1000, 0.4, 2000)]
    [TestCase(600_000, 0.1, 1_000_000)]
    public void TimeIt_AsksForMoreRuns_UpToAMillion(int runs, double seconds, int next) => Assert.That(Timing.RunsAfter(runs, seconds), Is.EqualTo(next));

    [Test]
    public void Repl_ThatIsKilled_LeavesNothing()
    {
        using var temporary = new TemporaryFolder();
        using (Tool tool = Tool.OnTerminal(temporary.Path, "repl", "-n", "2"))
        {
            tool.Await("> ");
            Assert.That(Directory.EnumerateDirectories(temporary.Path, "distarray-engines-*"), Is.Not.Empty);
            Tool.KillAlone(temporary.Path);
            tool.AwaitEnd();
        }
        Assert.That(() => Directory.EnumerateDirectories(temporary.Path, "distarray-engines-*"), Is.Empty.After(20_000, 100));
    }

    // Ctrl-C finds it in a line, between two lines, or at the prompt.
    [Test]
    public void Repl_OnATerminal_OutlivesCtrlC()
    {
        using var state = new TemporaryFolder();
        using Tool tool = Tool.OnTerminal(state.Path, "repl", "-n", "2");
        tool.Await("> ");
        tool.Type("1 + 1\r");
        tool.Await("[0-1] 2");
        for (int k = 0; k < 20; k++)
        {
            tool.Type($"Rank * 0 + {k}\r");
            Thread.Sleep(2 * k);
            tool.Type("\u0003");
            // Ctrl-C takes with it what is typed before it comes.
            bool isAlive = false;
            for (int turn = 0; turn < 30 && !isAlive; turn++)
            {
                tool.Type($"7000 + {k}\r");
                isAlive = tool.Shows($"[0-1] {7000 + k}", TimeSpan.FromSeconds(5));
            }
            Assert.That(isAlive, () => tool.Said);
            Thread.Sleep(100);
        }
        tool.Type("World.Allreduce(1, Operation<int>.Add) + 40\r");
        tool.Await("[0-1] 42");
        tool.Await("> ");
        tool.Type("\u0004");
        Assert.That(tool.AwaitEnd(), Is.Zero, () => tool.Said);
    }

    [Test]
    public void Repl_OnATerminal_EditsCompletesAndIsInterrupted()
    {
        using var state = new TemporaryFolder();
        using (Tool tool = Tool.OnTerminal(state.Path, "repl", "-n", "2"))
        {
            tool.Await("C# on 2 ranks");
            tool.Await("> ");
            tool.Type("Wor\t.Siz\t + 39\r");
            tool.Await("[0-1] 41");
            tool.Type("int F(int n)\r");
            tool.Await(". ");
            tool.Type("{ return 3 * n; }\r");
            tool.Await("> ");
            tool.Type("F(5)\u001b[D\u007f7\r");
            tool.Await("[0-1] 21");
            tool.Type("\u001b[A\u0005 + 1\r");
            tool.Await("[0-1] 22");
            tool.Type("while (true) World.Barrier();\r");
            Thread.Sleep(1500);
            tool.Type("\u0003");
            tool.Await("Interrupted.");
            tool.Await("> ");
            tool.Type("half a line\u0003");
            tool.Await("^C");
            tool.Type("World.Allreduce(1, Operation<int>.Add) + 40\r");
            tool.Await("[0-1] 42");
            tool.Await("> ");
            tool.Type("\u0004");
            Assert.That(tool.AwaitEnd(), Is.Zero, () => tool.Said);
        }
        Assert.That(File.ReadAllLines(Path.Combine(state.Path, "distarray", "history")), Does.Contain("World.Size + 39").And.Contain("F(7) + 1"));
    }
}
