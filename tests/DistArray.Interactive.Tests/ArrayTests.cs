namespace DistArray.Interactive.Tests;

/// <summary>Arrays by reference.</summary>
internal sealed class ArrayTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Array_IsReachedByName(int ranks)
    {
        Engines engines = Session.Of(ranks);
        engines.Execute("var a = Np.FromFunction<double>(new Distribution(World, [5, 3], \"bn\"), (i, j) => 10.0 * i + j);");
        RemoteArray<double> a = engines.Array<double>("a");
        double[] expected = [.. Enumerable.Range(0, 15).Select(k => (10.0 * (k / 3)) + (k % 3))];
        Assert.That(a.Shape, Is.EqualTo(new long[] { 5, 3 }));
        Assert.That(a.Distribution, Is.EqualTo(engines.EvaluateSame<string>("a.Distribution.ToString()")));
        Assert.That(a.ToArray(), Is.EqualTo(expected));
        using DistArray<double> local = engines.Array<double>("2 * a[1..]").Gather();
        Assert.That(local.ToArray(), Is.EqualTo(expected[3..].Select(x => 2 * x)));
        Assert.That(local.Shape.ToArray(), Is.EqualTo(new long[] { 4, 3 }));
    }

    [TestCase("b")]
    [TestCase("c")]
    public void Push_Scatters(string codes)
    {
        Engines engines = Session.Of(3);
        int[] elements = [.. Enumerable.Range(100, 8)];
        RemoteArray<int> pushed = engines.Push("p", elements, [8], codes);
        Assert.That(pushed.ToArray(), Is.EqualTo(elements));
        Assert.That(engines.Evaluate<int[]>("p.LocalToArray()").Select(part => part.Length), Is.EqualTo(new[] { 3, 3, 2 }));
        Assert.That(engines.EvaluateSame<long>("p.Sum<long>()"), Is.EqualTo(elements.Sum()));
    }

    [Test]
    public void Push_OfWrongSizeOrName_IsRefused()
    {
        Engines engines = Session.Of(2);
        Assert.That(() => engines.Push("p", new int[5], [2, 3]), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("5 elements").And.Message.Contains("(2, 3)"));
        Assert.That(() => engines.Push("no name", new int[6], [2, 3]), Throws.ArgumentException);
        Assert.That(() => engines.Push("p", new int[6], [2, 3], "zz"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Exception));
        Assert.That(engines.Push("p", new int[6], [2, 3]).Shape, Is.EqualTo(new long[] { 2, 3 }));
    }

    [Test]
    public void Array_OfAnotherType_DoesNotCompile()
    {
        Engines engines = Session.Of(2);
        engines.Execute("var a = Np.Arange<double>(World, 4);");
        Assert.That(() => engines.Array<float>("a"), Throws.TypeOf<EngineException>().With.Property("Failure").EqualTo(EngineFailure.Compilation));
        Assert.That(() => engines.Array<double>("none"), Throws.TypeOf<EngineException>().With.Message.Contains("CS0103"));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Execute_ShowsTheWholeArray(int ranks)
    {
        LineResult result = Session.Of(ranks).Execute("Np.Arange<double>(World, 6) * 0.5");
        Assert.That(result.ToString(), Does.EndWith("] [0.  0.5 1.  1.5 2.  2.5]"));
        Assert.That(result.Array!.Shape, Is.EqualTo(new long[] { 6 }));
    }

    // None of these is one array of all ranks: formatting them together would wait for ever, or fail.
    [TestCase("Rank == 0 ? Np.Arange<double>(World, 4) : null", "rank 0 has [0:2]")]
    [TestCase("Np.Arange<double>(new SelfCommunicator(), 2.0 + Rank)", "[0. 1. 2. 3.]")]
    [TestCase("Rank == 1 ? Np.Arange<double>(new SelfCommunicator(), 4.0) : (object)Np.Arange<double>(World, 4)", "[0. 1. 2. 3.]")]
    [TestCase("var d = Np.Arange<double>(World, 4); if (Rank == 2) d.Dispose(); d", "disposed")]
    public void Execute_OfArraysThatDiffer_ShowsEachRanksPart(string line, string expected)
    {
        Engines engines = Session.Of(3);
        string text = engines.Execute(line).ToString();
        Assert.That(text, Does.Contain(expected));
        Assert.That(engines.IsAlive && engines.Doubt is null);
    }
}
