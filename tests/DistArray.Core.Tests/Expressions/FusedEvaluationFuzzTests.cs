namespace DistArray.Core.Tests.Expressions;

internal unsafe class FusedEvaluationFuzzTests
{
    private static readonly int[] s_lengths = [0, 1, 2, 3, 7, 8, 9, 31, 63, 64, 65, 100, 127, 128, 129, 200, 255, 256, 257, 1023, 1024, 1025, 2100, 4097];
    private static readonly ElementType[] s_types = [ElementType.Float64, ElementType.Float32, ElementType.Int64, ElementType.Int32];

    [Test]
    public void Store_OfRandomPrograms_EqualsElementByElement([Range(0, 7)] int seed, [Values(EvaluationEngine.Tiles, EvaluationEngine.Emitted)] EvaluationEngine engine)
    {
        int emitted = 0;
        using var _ = new EngineScope(engine);
        for (int i = 0; i < 250; i++) emitted += Store((seed * 1000) + i) ? 1 : 0;
        Assert.That(emitted, Is.GreaterThan(100));
    }

    // Whether the program can be emitted.
    private static bool Store(int seed)
    {
        var random = new System.Random(seed);
        ElementType type = s_types[random.Next(s_types.Length)];
        var expression = new RandomProgram(random, type, random.Next(1, 6), random.Next(5) == 0 ? ElementType.Boolean : type);
        int[] shape = Shape(random);
        bool plain = random.Next(3) == 0;
        FusedProgram program = expression.Program;
        RandomOperand[] inputs = [.. program.Inputs.Select(input => new RandomOperand(random, input, shape, false, plain))];
        using var own = new RandomOperand(random, program.Result, shape, true, plain);
        int alias = Array.FindIndex(inputs, input => input.Type == program.Result && !input.Operand.ByteStrides.Contains(0) && input.Operand.Tables is null);
        RandomOperand destination = random.Next(3) == 0 && alias >= 0 ? inputs[alias] : own;

        byte[] expected = Expected(expression, shape, inputs, destination);
        FusedEvaluation.Store(program, shape, destination.Operand, [.. inputs.Select(input => input.Operand)], expression.Constants);
        string text = $"seed {seed}: {expression}\n{destination}\n{string.Join("\n", inputs.AsEnumerable())}";
        Equal(destination, expected, text);
        foreach (RandomOperand input in inputs) input.Dispose();
        return LoopEmitter.Accepts(program);
    }

    private static int[] Shape(System.Random random) => random.Next(5) switch
    {
        0 => [s_lengths[random.Next(s_lengths.Length)]],
        1 => [random.Next(1, 9), random.Next(1, 200)],
        2 => [random.Next(1, 200), random.Next(1, 6)],
        3 => [random.Next(0, 5), random.Next(1, 5), random.Next(1, 70)],
        _ => [random.Next(1, 4), random.Next(1, 5), random.Next(1, 4), random.Next(1, 5), random.Next(1, 30)],
    };

    private static byte[] Expected(RandomProgram program, int[] shape, RandomOperand[] inputs, RandomOperand destination)
    {
        byte[] expected = destination.Memory.ToArray();
        var values = new ulong[inputs.Length];
        fixed (byte* pointer = expected)
        {
            foreach (int[] index in Indices(shape))
            {
                for (int i = 0; i < values.Length; i++) values[i] = inputs[i].Read(index);
                BitsKernel.Write(pointer + destination.Offset(index), 0, destination.Type, program.Evaluate(values));
            }
        }
        return expected;
    }

    private static void Equal(RandomOperand destination, byte[] expected, string text)
    {
        fixed (byte* want = expected, got = destination.Memory)
        {
            for (nint i = 0; i < expected.Length / ElementTypes.SizeOf(destination.Type); i++)
            {
                ulong a = Values.Canonical(BitsKernel.Read(got, i, destination.Type), destination.Type), b = Values.Canonical(BitsKernel.Read(want, i, destination.Type), destination.Type);
                if (a != b) Assert.Fail($"element {i} of the memory is {a:x}, not {b:x}\n{text}");
            }
        }
    }

    internal static IEnumerable<int[]> Indices(int[] shape)
    {
        long size = shape.Aggregate(1L, (product, extent) => product * extent);
        for (long i = 0; i < size; i++)
        {
            var index = new int[shape.Length];
            long rest = i;
            for (int axis = shape.Length - 1; axis >= 0; axis--) (rest, index[axis]) = (rest / shape[axis], (int)(rest % shape[axis]));
            yield return index;
        }
    }
}
