namespace DistArray.Core.Tests.Expressions;

internal unsafe class EmittedLoopTests
{
    private static readonly BitsKernel s_add = BasicKernels.Find(Ufunc.Add, ElementType.Float64), s_multiply = BasicKernels.Find(Ufunc.Multiply, ElementType.Float64);
    private static readonly BitsKernel s_ranged = BasicKernels.Find(Ufunc.Sin, ElementType.Float64);
    private static readonly ElementType[] s_one = [ElementType.Float64], s_two = [ElementType.Float64, ElementType.Float64];

    [Test]
    public void Store_OfLargeResults_GoesPastTheCacheAndIsTheSame([Values(0, 1, 7)] int shift, [Values(1_600_000, 1_600_003)] int count)
    {
        // Above the size from which on results of one array go past the cache.
        double[] from = [.. Enumerable.Range(0, count).Select(i => i * 0.5)], to = new double[count + 16];
        var program = new FusedProgram(s_one, s_one, [new FusedInstruction(s_multiply, 0, 1)]);
        using var _ = new EngineScope(EvaluationEngine.Emitted);
        fixed (double* source = from, memory = to)
        {
            double* destination = memory + shift;
            long* words = stackalloc long[StridedWalk.Words(1, 2)];
            var walk = new StridedWalk([count], Dense(destination), [Dense(source)], false, [8, 8], words);
            Assert.That(LoopVariant.Of(walk, 8), Is.EqualTo(new LoopVariant(0, NonTemporal: true)));
            FusedEvaluation.Store(program, [count], Dense(destination), [Dense(source)], [FusedConstant.Of(3.0)]);
        }
        Assert.That(to.AsSpan(shift, count).SequenceEqual([.. from.Select(value => value * 3)]), Is.True);
        Assert.That(to[..shift].Concat(to[(shift + count)..]), Is.All.Zero);
    }

    [Test]
    public void Store_InPlace_StaysInTheCache()
    {
        const int count = 2_000_000;
        double[] values = [.. Enumerable.Range(0, count)];
        fixed (double* pointer = values)
        {
            long* words = stackalloc long[StridedWalk.Words(1, 2)];
            var walk = new StridedWalk([count], Dense(pointer), [Dense(pointer)], false, [8, 8], words);
            Assert.That(LoopVariant.Of(walk, 8), Is.EqualTo(new LoopVariant(0, NonTemporal: false)));
        }
    }

    [Test]
    public void Automatic_EmitsWhatIsEvaluatedOften_WithTheSameBits()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => (i % 97) * 0.37), 1e9], results = new double[1001];
        var program = new FusedProgram(s_two, s_one, [new FusedInstruction(s_ranged, 0), new FusedInstruction(s_multiply, 3, 2), new FusedInstruction(s_add, 4, 1)]);
        using var _ = new EngineScope(EvaluationEngine.Automatic);
        double[]? first = null;
        for (int i = 0; i < 400; i++)
        {
            fixed (double* pointer = x, destination = results)
                FusedEvaluation.Store(program, [1001], Dense(destination), [Dense(pointer), new LocalOperand((nint)pointer, [0])], [FusedConstant.Of(1.1)]);
            first ??= [.. results];
            Assert.That(results.AsSpan().SequenceEqual(first), Is.True, $"evaluation {i}");
        }
        Assert.That(program.Compiled.IsEmitted(0, EvaluationEngine.Automatic), Is.EqualTo(LoopEmitter.Accepts(program)));
        Assert.That(first!, Is.EqualTo(x.Select(value => LaneFunctions<double>.Ranged(value) * 1.1)));
    }

    [Test]
    public void Store_OnManyThreads_EvaluatesOneProgramAtOnce()
    {
        var program = new FusedProgram(s_one, s_one, [new FusedInstruction(s_add, 0, 1), new FusedInstruction(s_multiply, 2, 2)]);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            double[] x = [.. Enumerable.Range(0, 3000)], results = new double[3000];
            for (int k = 0; k < 50; k++)
            {
                fixed (double* pointer = x, destination = results)
                    FusedEvaluation.Store(program, [3000], Dense(destination), [Dense(pointer)], [FusedConstant.Of((double)i)]);
                if (!results.AsSpan().SequenceEqual([.. x.Select(value => (value + i) * (value + i))])) throw new InvalidOperationException($"thread {i}, evaluation {k}");
            }
        });
    }

    [Test]
    public void Store_OfRowsThatEndWithinAVector_ComputesNoLaneBeyondTheirEnd()
    {
        int calls = 0;
        var ranged = new BitsKernel(Ufunc.Log, (x, _, _) => { calls++; return x; }, ElementType.Float64, ElementType.Float64) { Function = LaneFunctions<double>.OfOnes };
        var program = new FusedProgram(s_two, [], [new FusedInstruction(s_add, 0, 1), new FusedInstruction(ranged, 2)]);
        if (!LoopEmitter.Accepts(program)) Assert.Ignore("The machine's vectors are short: emitted loops call no functions.");
        double[] x = [.. Enumerable.Repeat(0.25, 13)], y = [.. Enumerable.Repeat(0.75, 13)], results = new double[13];
        using var _ = new EngineScope(EvaluationEngine.Emitted);
        fixed (double* first = x, second = y, destination = results)
            FusedEvaluation.Store(program, [13], Dense(destination), [Dense(first), Dense(second)], []);
        Assert.That(results, Is.All.EqualTo(3));
        Assert.That(calls, Is.Zero, "all arguments are within the range, so that the kernel itself has nothing to do");
    }

    [Test]
    public void Accepts_WhatIsOfOneWidthAndKnown()
    {
        BitsKernel less = BasicKernels.Find(Ufunc.Less, ElementType.Float64), where = BasicKernels.Find(Ufunc.Where, ElementType.Float64);
        var user = new BitsKernel(Ufunc.User, (x, _, _) => x, ElementType.Float64, ElementType.Float64);
        var narrow = new BitsKernel(Ufunc.Negative, (x, _, _) => x, ElementType.Int16, ElementType.Int16);
        Assert.That(LoopEmitter.Accepts(new FusedProgram(s_two, [], [new FusedInstruction(less, 0, 1), new FusedInstruction(where, 2, 0, 1)])), Is.True);
        Assert.That(LoopEmitter.Accepts(new FusedProgram(s_two, [], [new FusedInstruction(less, 0, 1)])), Is.False, "boolean results");
        Assert.That(LoopEmitter.Accepts(new FusedProgram(s_one, [], [new FusedInstruction(user, 0)])), Is.False, "functions of the user");
        Assert.That(LoopEmitter.Accepts(new FusedProgram([ElementType.Int16], [], [new FusedInstruction(narrow, 0)])), Is.False, "other widths");
        Assert.That(LoopEmitter.Accepts(new FusedProgram(s_one, [], [])), Is.False, "copies");
    }

    [Test]
    public void Compiled_IsSharedByEqualPrograms_UnlessTheyHoldFunctionsOfTheUser()
    {
        FusedProgram Square() => new(s_one, [], [new FusedInstruction(s_multiply, 0, 0)]);
        var user = new BitsKernel(Ufunc.User, (x, _, _) => x, ElementType.Float64, ElementType.Float64);
        FusedProgram Mine() => new(s_one, [], [new FusedInstruction(user, 0)]);
        Assert.That(Square().Compiled, Is.SameAs(Square().Compiled));
        Assert.That(Mine().Compiled, Is.Not.SameAs(Mine().Compiled));
    }

    [Test]
    public void EngineOf_AnUnknownName_SaysWhichThereAre()
    {
        Assert.That(FusedEvaluation.EngineOf("tiles"), Is.EqualTo(EvaluationEngine.Tiles));
        Assert.That(FusedEvaluation.EngineOf("emit"), Is.EqualTo(EvaluationEngine.Emitted));
        Assert.That(FusedEvaluation.EngineOf(null), Is.EqualTo(EvaluationEngine.Automatic));
        Assert.That(() => FusedEvaluation.EngineOf("fast"), Throws.TypeOf<NotSupportedException>().With.Message.Contains("'fast'").And.Message.Contains("'tiles' or 'emit'"));
    }

    private static LocalOperand Dense(double* pointer) => new((nint)pointer, [8]);
}
