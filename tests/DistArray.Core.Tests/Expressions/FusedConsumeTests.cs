namespace DistArray.Core.Tests.Expressions;

internal unsafe class FusedConsumeTests
{
    [Test]
    public void Consume_OfRandomPrograms_HandsEachElementOverWithItsDestination([Range(0, 3)] int seed, [Values] bool ordered,
        [Values(EvaluationEngine.Tiles, EvaluationEngine.Emitted)] EvaluationEngine engine)
    {
        using var _ = new EngineScope(engine);
        for (int i = 0; i < 150; i++) Consume((seed * 1000) + i, ordered);
    }

    private static void Consume(int seed, bool ordered)
    {
        var random = new System.Random(seed);
        var expression = new RandomProgram(random, ElementType.Float64, random.Next(0, 4), ElementType.Float64);
        int[] shape = random.Next(4) == 0 ? [random.Next(1, 4), 1500] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(seed % 10 == 0 ? 0 : 1, 14)), 20];
        FusedProgram program = expression.Program;
        bool plain = random.Next(3) == 0;
        RandomOperand[] inputs = [.. program.Inputs.Select(input => new RandomOperand(random, input, shape, false, plain))];
        using var destination = new RandomOperand(random, ElementType.Float32, shape, isDestination: false, plain); // broadcast axes are those reduced over

        var record = new Record([]);
        FusedEvaluation.Consume(program, shape, destination.Operand, [.. inputs.Select(input => input.Operand)], expression.Constants, ref record, ordered);

        var expected = new List<(long Destination, ulong Bits)>();
        var values = new ulong[inputs.Length];
        foreach (int[] index in FusedEvaluationFuzzTests.Indices(shape))
        {
            for (int i = 0; i < values.Length; i++) values[i] = inputs[i].Read(index);
            expected.Add((destination.Address(index), Values.Canonical(expression.Evaluate(values), ElementType.Float64)));
        }
        string text = $"seed {seed}: {expression}\n{destination}\n{string.Join("\n", inputs.AsEnumerable())}";
        if (ordered) Assert.That(record.Elements.Select(element => element.Position).SequenceEqual(Enumerable.Range(0, expected.Count).Select(i => (long)i)), Is.True, text);
        IEnumerable<(long, ulong)> found = record.Elements.Select(element => (element.Destination, element.Bits));
        Assert.That((ordered ? found : found.Order()).SequenceEqual(ordered ? expected : expected.Order()), Is.True, text);
        foreach (RandomOperand input in inputs) input.Dispose();
    }

    [Test]
    public void Consume_OfADenseInput_HandsItOverAsItLies()
    {
        double[] values = [.. Enumerable.Range(0, 5000)];
        fixed (double* pointer = values)
        {
            var input = new LocalOperand((nint)pointer, [800, 8]);
            var spans = new Spans([]);
            FusedEvaluation.Consume(new FusedProgram([ElementType.Float64], [], []), [50, 100], new LocalOperand(0, [0, 0]), [input], [], ref spans);
            Assert.That(spans.Found, Is.EqualTo(new[] { ((nint)pointer, (nint)5000, 0L) }));
        }
    }

    [Test]
    public void Consume_OverTheOuterAxis_GoesAlongTheRows()
    {
        double[] values = [.. Enumerable.Range(0, 60)];
        var sums = new double[20];
        fixed (double* pointer = values, destination = sums)
        {
            var sum = default(Sum);
            FusedEvaluation.Consume(new FusedProgram([ElementType.Float64], [], []), [3, 20], new LocalOperand((nint)destination, [0, 8]), [new LocalOperand((nint)pointer, [160, 8])], [], ref sum);
        }
        Assert.That(sums, Is.EqualTo(Enumerable.Range(0, 20).Select(i => (3.0 * i) + 60)));
    }

    [Test]
    public void Store_FromWithinAConsumer_HasScratchOfItsOwn()
    {
        double[] values = [.. Enumerable.Range(0, 3000)];
        var results = new double[3000];
        BitsKernel add = BasicKernels.Find(Ufunc.Add, ElementType.Float64);
        var program = new FusedProgram([ElementType.Float64], [ElementType.Float64], [new FusedInstruction(add, 0, 1)]);
        fixed (double* pointer = values, result = results)
        {
            var nested = new Nested(program);
            FusedEvaluation.Consume(program, [3000], new LocalOperand((nint)result, [8]), [new LocalOperand((nint)pointer, [8])], [FusedConstant.Of(1.0)], ref nested);
        }
        Assert.That(results, Is.EqualTo(values.Select(value => value + 3)));
    }

    private readonly struct Record(List<(long Destination, long Position, ulong Bits)> elements) : ITileConsumer
    {
        public List<(long Destination, long Position, ulong Bits)> Elements => elements;

        public void Tile(void* values, nint count, void* destination, long stride, long position)
        {
            Assert.That((long)count, Is.Positive);
            for (nint i = 0; i < count; i++) elements.Add(((nint)destination + (nint)(i * stride), position + i, Values.Canonical(((ulong*)values)[i], ElementType.Float64)));
        }
    }

    private readonly struct Spans(List<(nint, nint, long)> found) : ITileConsumer
    {
        public List<(nint, nint, long)> Found => found;

        public void Tile(void* values, nint count, void* destination, long stride, long position) => found.Add(((nint)values, count, stride));
    }

    private readonly struct Sum : ITileConsumer
    {
        public void Tile(void* values, nint count, void* destination, long stride, long position)
        {
            for (nint i = 0; i < count; i++) *(double*)((byte*)destination + (i * stride)) += ((double*)values)[i];
        }
    }

    private readonly struct Nested(FusedProgram program) : ITileConsumer
    {
        public void Tile(void* values, nint count, void* destination, long stride, long position) =>
            FusedEvaluation.Store(program, [(int)count], new LocalOperand((nint)destination, [stride]), [new LocalOperand((nint)values, [8])], [FusedConstant.Of(2.0)]);
    }
}
