namespace DistArray.Interactive.Tests;

/// <summary>Lambdas of this assembly on the engines.</summary>
internal sealed class ApplyTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    private readonly int _member = 3;

    [Test]
    public void Apply_OfStaticLambda_RunsOnEveryRank()
    {
        Engines engines = Session.Of(3);
        Assert.That(engines.Apply(static world => world.Allreduce(world.Rank + 1, Operation<int>.Add) * 10), Is.EqualTo(new[] { 60, 60, 60 }));
        Assert.That(engines.Apply(static world => Environment.ProcessId).Distinct().Count(), Is.EqualTo(3));
        Assert.That(engines.Apply(Square), Is.EqualTo(new[] { 0L, 1, 4 }));
    }

    [Test]
    public void Apply_CopiesCapturedValues()
    {
        Engines engines = Session.Of(2);
        double factor = 0.1;
        string text = "é";
        int[] numbers = [3, 5];
        Colour? colour = Colour.Green;
        for (int k = 1; k <= 2; k++)
        {
            int inner = k;
            Assert.That(engines.Apply(world => $"{text}{(factor * numbers[world.Rank]) + inner:R}{colour}"), Is.EqualTo(new[] { $"é{(factor * 3) + k:R}Green", $"é{(factor * 5) + k:R}Green" }));
        }
    }

    [Test]
    public void Apply_OfOtherCaptures_NamesThem()
    {
        Engines engines = Session.Of(2);
        using DistArray<double> array = Np.Arange<double>(new SelfCommunicator(), 3.0);
        Assert.That(() => engines.Apply(world => array.Size), Throws.ArgumentException.With.Message.Contains("'array', a DistArray<double>"));
        Assert.That(() => engines.Apply(world => _member), Throws.ArgumentException.With.Message.Contains("'this'"));
        int local = 2;
        Assert.That(() => engines.Apply(world => _member + local), Throws.ArgumentException.With.Message.Contains("'this', a ApplyTests"));
    }

    [Test]
    public void Apply_ThatAssignsACapture_IsAnError()
    {
        Engines engines = Session.Of(2);
        int total = 0;
        Assert.That(() => engines.Apply(world => { total = world.Size; }), Throws.TypeOf<EngineException>().With.Message.Contains("changes 'total'"));
        Assert.That(total, Is.Zero);
    }

    [Test]
    public void Apply_BringsExceptionsBack()
    {
        Engines engines = Session.Of(3);
        var thrown = Assert.Throws<EngineException>(() => engines.Apply(static world =>
        {
            if (world.Rank > 0) throw new FormatException("bad");
        }))!;
        Assert.That(thrown.Failures.Select(failure => failure.Rank), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(thrown.Failures[0].Type, Is.EqualTo("System.FormatException"));
        Assert.That(thrown.Failures[0].StackTrace, Does.Contain("ApplyTests.cs:line"));
        Assert.That(thrown.Message, Does.StartWith("2 of 3 ranks failed.\nranks 1-2:\nSystem.FormatException: bad\n"));
        Assert.That(engines.EvaluateSame<int>("Size"), Is.EqualTo(3));
    }

    private static long Square(ICommunicator world) => (long)world.Rank * world.Rank;
}
