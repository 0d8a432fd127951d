namespace DistArray;

/// <summary>Reduces what this rank has.</summary>
internal static unsafe class LocalReduction
{
    // So many roundings one after another at most; more are added in a binary tree.
    private const int MostRows = 1024;
    private const int MostElements = 1 << 20;

    /// <summary>Reduces along the axes in which the destination does not move.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="strides">Byte distances of the states along each axis.</param>
    /// <param name="reducer">How to reduce.</param>
    /// <param name="states">The states, which are set.</param>
    /// <param name="cells">Number of states.</param>
    public static void Run<TReducer, TState>(FusedExpression input, long[] strides, TReducer reducer, TState* states, long cells)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        int axis = TReducer.Rounds ? Outermost(input, strides) : -1;
        int chunk = axis < 0 ? 0 : Chunk(input, strides, axis);
        if (axis < 0 || input.Shape[axis] <= chunk)
        {
            Walk(input, strides, reducer, states, cells);
            return;
        }
        // Level k holds the states of 2^k chunks that wait for their neighbours, as bits of a counter do.
        var levels = new List<StateBuffer<TState>?>();
        for (int start = 0; start < input.Shape[axis]; start += chunk)
        {
            var sum = new StateBuffer<TState>(cells);
            Walk(input.Slice(axis, start, Math.Min(chunk, input.Shape[axis] - start)), strides, reducer, sum.Pointer, cells);
            int level = 0;
            for (; level < levels.Count && levels[level] is { } lower; levels[level++] = null) sum = Combine(reducer, lower, sum);
            if (level == levels.Count) levels.Add(null);
            levels[level] = sum;
        }
        StateBuffer<TState>? total = null;
        foreach (StateBuffer<TState>? level in levels)
            if (level is not null) total = total is null ? level : Combine(reducer, level, total);
        Buffer.MemoryCopy(total!.Pointer, states, cells * sizeof(TState), cells * sizeof(TState));
        total.Dispose();
    }

    private static void Walk<TReducer, TState>(FusedExpression input, long[] strides, TReducer reducer, TState* states, long cells)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        for (long i = 0; i < cells; i++) states[i] = reducer.Identity;
        var destination = new LocalOperand((nint)states, strides);
        if (input.Program.Instructions.Length == 0 && input.Inputs.Length == 1)
        {
            WalkMemory<TReducer, TState>(input, destination, reducer);
            return;
        }
        var tiles = new ReducingTiles<TReducer, TState>(reducer, ElementTypes.SizeOf(input.Program.Result));
        FusedEvaluation.Consume(input.Program, input.Shape, destination, input.Inputs, input.Constants, ref tiles);
        GC.KeepAlive(input.KeepAlive);
    }

    // Elements that are there need no tiles.
    private static void WalkMemory<TReducer, TState>(FusedExpression input, in LocalOperand destination, TReducer reducer)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        int size = ElementTypes.SizeOf(input.Program.Result);
        TileScratch scratch = TileScratch.Take();
        try
        {
            var walk = new StridedWalk(input.Shape, destination, input.Inputs, ordered: false, [sizeof(TState), size], scratch.Words(StridedWalk.Words(input.Shape.Length, 2)));
            var panels = new ReducingPanels<TReducer, TState>(reducer, size, scratch.Tiles(ReducingPanels<TReducer, TState>.TileBytes(size)));
            walk.Run(ref panels);
            GC.KeepAlive(input.KeepAlive);
        }
        finally
        {
            scratch.Return();
        }
    }

    private static StateBuffer<TState> Combine<TReducer, TState>(TReducer reducer, StateBuffer<TState> first, StateBuffer<TState> second)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        for (long i = 0; i < first.Count; i++) first.Pointer[i] = reducer.Combine(first.Pointer[i], second.Pointer[i]);
        second.Dispose();
        return first;
    }

    // The reduced axis whose neighbours lie farthest apart.
    private static int Outermost(FusedExpression input, long[] strides)
    {
        int outermost = -1;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            if (strides[axis] != 0 || input.Shape[axis] <= 1) continue;
            if (outermost < 0 || Step(input, axis) > Step(input, outermost)) outermost = axis;
        }
        return outermost;
    }

    private static int Chunk(FusedExpression input, long[] strides, int outermost)
    {
        long others = 1;
        int innermost = outermost;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            if (input.Shape[axis] <= 1) continue;
            if (Step(input, axis) < Step(input, innermost)) innermost = axis;
            if (strides[axis] == 0 && axis != outermost) others *= input.Shape[axis];
        }
        return (int)Math.Max(1, (strides[innermost] == 0 ? MostElements : MostRows) / others);
    }

    private static long Step(FusedExpression input, int axis)
    {
        long step = 0;
        foreach (LocalOperand operand in input.Inputs)
        {
            step = Math.Abs(operand.ByteStrides[axis]);
            if (step != 0) break;
        }
        return step;
    }
}
