namespace DistArray.Interactive.Tests;

/// <summary>Lines on every rank.</summary>
internal sealed class LineTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Evaluate_GivesTheValueOfEachRank(int ranks)
    {
        Engines engines = Session.Of(ranks);
        Assert.That(engines.Evaluate<int>("100 * Size + Rank"), Is.EqualTo(Enumerable.Range(0, ranks).Select(rank => (100 * ranks) + rank)));
        Assert.That(engines.EvaluateSame<double>("World.Allreduce(Rank + 1, Operation<int>.Add)"), Is.EqualTo(ranks * (ranks + 1) / 2));
    }

    [Test]
    public void Definitions_Persist()
    {
        Engines engines = Session.Of(2);
        engines.Execute("int x = 40 + Rank;");
        engines.Execute("int Twice(int n) => 2 * n; record Pair(int A, int B);");
        engines.Execute("using System.Text;");
        engines.Execute("x += 2; var p = new Pair(Twice(x), Size);");
        Assert.That(engines.Evaluate<string>("new StringBuilder().Append(p).ToString()"), Is.EqualTo(new[] { "Pair { A = 84, B = 2 }", "Pair { A = 86, B = 2 }" }));
        engines.Reset();
        Assert.That(() => engines.Execute("x"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Compilation).And.Message.Contains("(1,1): error CS0103"));
    }

    [Test]
    public void Evaluate_CarriesValuesOfManyTypes()
    {
        Engines engines = Session.Of(2);
        Assert.That(engines.Evaluate<double>("Rank == 0 ? double.NaN : 0.1 + 0.2"), Is.EqualTo(new[] { double.NaN, 0.1 + 0.2 }));
        Assert.That(engines.Evaluate<System.Numerics.Complex>("new Complex(1, -Rank)")[1], Is.EqualTo(new System.Numerics.Complex(1, -1)));
        Assert.That(engines.Evaluate<(int A, string B)>("(Rank, \"text\")")[1], Is.EqualTo((1, "text")));
        Assert.That(engines.Evaluate<double[]>("new[] { Rank, 2.5 }")[1], Is.EqualTo(new[] { 1, 2.5 }));
        Assert.That(engines.Evaluate<string?>("(string?)null"), Is.All.Null);
    }

    [Test]
    public void EvaluateSame_OfDifferentValues_SaysWhich()
    {
        Engines engines = Session.Of(3);
        Assert.That(() => engines.EvaluateSame<int>("Rank / 2"), Throws.InvalidOperationException.With.Message.Contains("ranks 0-1: 0; rank 2: 1"));
    }

    [TestCase("int y = 3;")]
    [TestCase("World.Barrier()")]
    public void Evaluate_OfNoValue_IsRefused(string line)
    {
        Engines engines = Session.Of(2);
        Assert.That(() => engines.Evaluate<int>(line), Throws.TypeOf<EngineException>().With.Message.Contains("has no value").Or.Message.Contains("error CS"));
    }

    [Test]
    public void Execute_FoldsWhatRanksPrint()
    {
        Engines engines = Session.Of(3);
        Assert.That(engines.Execute("6 * 7").ToString(), Is.EqualTo("[0-2] 42"));
        Assert.That(engines.Execute("Console.WriteLine(Rank % 2 == 0 ? \"even\" : \"odd\"); Rank / 2").ToString(), Is.EqualTo("[0] even\n    0\n[1] odd\n    0\n[2] even\n    1"));
        Assert.That(engines.Execute("Console.Error.Write(\"no end of line\");").Ranks.Select(rank => rank.Output), Is.All.EqualTo("no end of line"));
        Assert.That(engines.Execute("var z = 1;").ToString(), Is.Empty);
        Assert.That(engines.Execute("new[] { \"a\", \"b\" }").ToString(), Is.EqualTo("[0-2] [\"a\", \"b\"]"));
    }

    [Test]
    public void Execute_TellsWhatNativeCodePrints()
    {
        Engines engines = Session.Of(2);
        engines.Execute("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int puts(string text);");
        for (int k = 0; k < 5; k++) Assert.That(engines.Execute($"puts($\"native {k} {{Rank}}\");").JobOutput, Is.EquivalentTo(new[] { $"[0] native {k} 0", $"[1] native {k} 1" }));
    }

    [Test]
    public void Execute_ShowsWhatWasShownLastAsIt()
    {
        Engines engines = Session.Of(2);
        engines.Execute("Rank + 7");
        Assert.That(engines.Evaluate<int>("(int)It! + 1"), Is.EqualTo(new[] { 8, 9 }));
    }

    [Test]
    public void ExecuteOn_RunsOnOneRank_AndDefinesNothing()
    {
        Engines engines = Session.Of(3);
        engines.Execute("int x = 1;");
        Assert.That(engines.ExecuteOn(1, "x += 10; int w = 5; x").ToString(), Is.EqualTo("[1] 11"));
        Assert.That(engines.Evaluate<int>("x"), Is.EqualTo(new[] { 1, 11, 1 }));
        Assert.That(() => engines.Execute("w"), Throws.TypeOf<EngineException>());
        Assert.That(() => engines.ExecuteOn(3, "x"), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [TestCase("int f(", false)]
    [TestCase("for (int i = 0; i < 3; i++) {", false)]
    [TestCase("1 + 1", true)]
    [TestCase("1 +* 1;", true)]
    [TestCase("var s = \"abc", true)]
    [TestCase("var c = 'a", true)]
    [TestCase("var s = @\"abc", false)]
    [TestCase("using var u = Np.Arange<double>(World, 5);", true)]
    [TestCase("using var u = Np.Arange<double>(", false)]
    public void IsComplete_AsksForFurtherLines(string text, bool complete) => Assert.That(Engines.IsComplete(text), Is.EqualTo(complete));

    [Test]
    public void UsingVariables_LiveOnBetweenLines()
    {
        Engines engines = Session.Of(2);
        engines.Execute("int one = 1; using var u = Np.Arange<double>(World, 5); using DistArray<double> v = u * 2, w = u * 3;");
        Assert.That(engines.EvaluateSame<double>("u.Sum() + v.Sum() + w.Sum() + one"), Is.EqualTo(61));
        engines.Execute("using var u = Np.Arange<double>(World, 3);");
        Assert.That(engines.Execute("u").ToString(), Is.EqualTo("[0-1] [0. 1. 2.]"));
        Assert.That(engines.Variables, Does.Contain(new Variable("w", "DistArray<double>")));
        Assert.That(() => engines.Execute("using var five = 5;"), Throws.TypeOf<EngineException>().With.Message.Contains("CS1503").And.Message.Contains("IDisposable"));
        Assert.That(() => engines.Execute("using var x = u + 1; missing"), Throws.TypeOf<EngineException>().With.Message.StartsWith("(1,22): error CS0103"));
    }

    [Test]
    public void Spans_AreShownAsArrays()
    {
        Engines engines = Session.Of(2);
        engines.Execute("var a = Np.Arange<double>(World, 5);");
        Assert.That(engines.Execute("a.Shape").ToString(), Is.EqualTo("[0-1] [5]"));
        Assert.That(engines.Execute("for (int i = 0; i < 2; i++) { } a.LocalSpan // mine").ToString(), Is.EqualTo("[0] [0, 1, 2]\n[1] [3, 4]"));
        Assert.That(engines.Evaluate<long[]>("a.Distribution.Shape"), Is.EqualTo(new[] { new[] { 5L }, new[] { 5L } }));
        Assert.That(() => engines.Execute("a.LocalSpan.Sise"), Throws.TypeOf<EngineException>().With.Message.StartsWith("(1,13): error CS1061"));
    }

    [Test]
    public void UsualNamespaces_NeedNoUsing() =>
        Assert.That(Session.Of(2).EvaluateSame<int>("await Task.FromResult(Thread.CurrentThread.IsAlive ? 7 : 8)"), Is.EqualTo(7));

    [Test]
    public void Execute_AfterErrors_DefinesNothing_AndGoesOn()
    {
        Engines engines = Session.Of(2);
        engines.Execute("int a = 1;");
        Assert.That(() => engines.Execute("int b = 2; b +* ;"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Compilation));
        Assert.That(() => engines.Execute("int b = 2; if (Rank == 1) throw new InvalidOperationException(\"only here\");"), Throws.TypeOf<EngineException>());
        Assert.That(() => engines.Execute("b"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Compilation));
        Assert.That(engines.Evaluate<int>("a + Rank"), Is.EqualTo(new[] { 1, 2 }));
    }
}
