namespace DistArray;

/// <summary>Runs fused programs over local operands.</summary>
internal static unsafe class FusedEvaluation
{
    /// <summary>Stores an expression's elements.</summary>
    /// <param name="program">What to compute.</param>
    /// <param name="shape">Local shape of all operands.</param>
    /// <param name="destination">Where to; it may be one of the inputs, but does not overlap them otherwise.</param>
    /// <param name="inputs">One each an input of the program.</param>
    /// <param name="constants">One each a constant of the program.</param>
    public static void Store(FusedProgram program, ReadOnlySpan<int> shape, in LocalOperand destination, ReadOnlySpan<LocalOperand> inputs, ReadOnlySpan<FusedConstant> constants)
    {
        var store = new TileStore(program.Tiles.Sizes[0]);
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
        TilePlan plan = program.Tiles;
        TileScratch scratch = TileScratch.Take();
        try
        {
            var walk = new StridedWalk(shape, destination, inputs, ordered, scratch.Words(StridedWalk.Words(shape.Length, inputs.Length + 1)));
            if (walk.Size == 0) return;
            var engine = new TileEngine<TConsumer>(plan, constants, walk.Size, scratch, ref consumer);
            walk.Run(ref engine, plan.Sizes);
        }
        finally
        {
            scratch.Return();
        }
    }
}
