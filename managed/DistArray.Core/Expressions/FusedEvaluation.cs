namespace DistArray;

/// <summary>Runs fused programs over local operands.</summary>
internal static unsafe class FusedEvaluation
{
    /// <summary>The engine, from the variable DISTARRAY_ENGINE unless set.</summary>
    public static EvaluationEngine Engine { get; set; } = EngineOf(Environment.GetEnvironmentVariable("DISTARRAY_ENGINE"));

    /// <summary>The engine that a value of DISTARRAY_ENGINE means.</summary>
    /// <exception cref="NotSupportedException">It means none.</exception>
    public static EvaluationEngine EngineOf(string? variable) => variable switch
    {
        null or "" => EvaluationEngine.Automatic,
        "tiles" => EvaluationEngine.Tiles,
        "emit" => EvaluationEngine.Emitted,
        _ => throw new NotSupportedException($"DISTARRAY_ENGINE is '{variable}'. Set it to 'tiles' or 'emit', or leave it unset."),
    };

    /// <summary>Stores an expression's elements.</summary>
    /// <param name="program">What to compute.</param>
    /// <param name="shape">Local shape of all operands.</param>
    /// <param name="destination">Where to; it may be one of the inputs, but does not overlap them otherwise.</param>
    /// <param name="inputs">One each an input of the program.</param>
    /// <param name="constants">One each a constant of the program.</param>
    public static void Store(FusedProgram program, ReadOnlySpan<int> shape, in LocalOperand destination, ReadOnlySpan<LocalOperand> inputs, ReadOnlySpan<FusedConstant> constants)
    {
        var store = new TileStore(program.Compiled.Tiles.Sizes[0]);
        Consume(program, shape, destination, inputs, constants, ref store);
    }

    /// <summary>Hands an expression's elements over, tile by tile.</summary>
    /// <typeparam name="TConsumer">What takes them.</typeparam>
    /// <param name="program">What to compute.</param>
    /// <param name="shape">Local shape of all operands.</param>
    /// <param name="destination">Walked along with the inputs; the consumer alone reads and writes there.</param>
    /// <param name="inputs">One each an input of the program.</param>
    /// <param name="constants">One each a constant of the program.</param>
    /// <param name="consumer">What takes the elements.</param>
    /// <param name="ordered">Whether to walk in row-major order, and to tell positions; else in the order that is fastest.</param>
    public static void Consume<TConsumer>(FusedProgram program, ReadOnlySpan<int> shape, in LocalOperand destination, ReadOnlySpan<LocalOperand> inputs,
        ReadOnlySpan<FusedConstant> constants, ref TConsumer consumer, bool ordered = false) where TConsumer : struct, ITileConsumer
    {
        CompiledProgram compiled = program.Compiled;
        TileScratch scratch = TileScratch.Take();
        try
        {
            ReadOnlySpan<int> sizes = compiled.Tiles.Sizes;
            var walk = new StridedWalk(shape, destination, inputs, ordered, sizes, scratch.Words(StridedWalk.Words(shape.Length, sizes.Length)));
            if (walk.Size == 0) return;
            fixed (FusedConstant* values = constants)
            {
                EmittedLoop? loop = null;
                if (compiled.IsEmitted(walk.Size, Engine))
                {
                    if (typeof(TConsumer) == typeof(TileStore) && LoopVariant.Of(walk, sizes[0]) is { } variant)
                    {
                        var emitted = new EmittedEngine(compiled.Loop(variant), values);
                        walk.Run(ref emitted);
                        return;
                    }
                    loop = compiled.Loop(default);
                }
                var tiles = new TileEngine<TConsumer>(compiled.Tiles, loop, values, walk.Size, scratch, ref consumer);
                walk.Run(ref tiles);
            }
        }
        finally
        {
            scratch.Return();
        }
    }
}
