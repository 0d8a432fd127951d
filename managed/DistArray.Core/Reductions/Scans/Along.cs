using System.Numerics;

namespace DistArray;

/// <summary>A scan of elements of which each rank has a block along an axis, or in row-major order.</summary>
/// <param name="name">Name of the operation.</param>
/// <param name="input">The elements.</param>
/// <param name="target">Distribution of the results.</param>
/// <param name="axis">The axis, or -1 for all in row-major order.</param>
/// <param name="isProduct">Whether products are wanted.</param>
internal readonly unsafe struct Along<TResult>(string name, ReductionInput input, Distribution target, int axis, bool isProduct) : IElementVisitor<DistArray<TResult>>
    where TResult : unmanaged, INumberBase<TResult>
{
    public DistArray<TResult> Run() => this.Visit<Along<TResult>, DistArray<TResult>>(input.ElementType);

    public DistArray<TResult> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => isProduct
        ? Scan<T, IntegerProduct<T>, Int128, ProductRule<T, TResult>>(default, TryNarrow)
        : Scan<T, WideIntegerSum<T>, Int128, SumRule<T, TResult>>(default, TryNarrow);

    public DistArray<TResult> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => isProduct
        ? Scan<T, RealProduct<T>, double, ProductRule<T, TResult>>(default, Convert)
        : Scan<T, RealSum<T, PlainTerm>, double, SumRule<T, TResult>>(new RealSum<T, PlainTerm>(default), Convert);

    public DistArray<TResult> Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => isProduct
        ? Scan<T, ComplexProduct<T>, Complex, ProductRule<T, TResult>>(default, (Complex state, out TResult result) => Convert(ComplexProduct<T>.Value(state), out result))
        : Scan<T, ComplexSum<TPart>, Complex, SumRule<T, TResult>>(default, Convert);

    public DistArray<TResult> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();

    private delegate bool Converter<TState>(TState state, out TResult result);

    private static bool TryNarrow(Int128 state, out TResult result) => ReductionTypes.TryNarrow(state, out result);

    private static bool Convert<TState>(TState state, out TResult result) where TState : unmanaged, INumberBase<TState>
    {
        result = TResult.CreateTruncating(state);
        return true;
    }

    private DistArray<TResult> Scan<T, TReducer, TState, TRule>(TReducer reducer, Converter<TState> convert)
        where T : unmanaged where TReducer : struct, IReducer<TState> where TState : unmanaged where TRule : struct, IScanRule<T, TResult>
    {
        Distribution source = input.Distribution;
        ICommunicator? ranks = axis < 0 ? (source.IsReplicated ? null : source.Communicator) : AxisCommunicators.Along(source, new ReductionAxes(source, axis, keepDims: false).IsReduced);
        MemoryOrder order = axis < 0 ? MemoryOrder.RowMajor : input.Order;
        DistArray<TResult> result = DistArray<TResult>.Allocate(target, order, zero: false);
        long[] strides = axis < 0 ? StridedLayout.Contiguous(source.LocalShape, order, out _) : result.LocalView.Strides.ToArray();
        for (int i = 0; i < strides.Length; i++) strides[i] *= sizeof(TResult);
        bool isFirst = ranks is null || IsFirst(source);
        bool fits = Start<TReducer, TState>(reducer, convert, ranks, result, strides);
        if (source.LocalSize > 0)
        {
            ScanTiles<T, TResult, TRule> tiles = Tiles<T, TRule>(strides, isFirst, out int[] axes);
            FusedExpression expression = input.Expression.Permute(axes);
            FusedEvaluation.Consume(expression.Program, expression.Shape, new LocalOperand((nint)result.LocalView.Pointer, strides).Permute(axes), expression.Inputs, expression.Constants, ref tiles, ordered: true);
            GC.KeepAlive(expression.KeepAlive);
            fits &= tiles.Fits;
        }
        if (!ReductionTypes.IsInteger(result.ElementType) || source.Communicator.Allreduce(fits, Operation<bool>.LogicalAnd)) return result;
        result.Dispose();
        throw ReductionTypes.Overflow<TResult>(name, "one of the results");
    }

    private ScanTiles<T, TResult, TRule> Tiles<T, TRule>(long[] strides, bool isFirst, out int[] axes) where T : unmanaged where TRule : struct, IScanRule<T, TResult>
    {
        FusedExpression expression = input.Expression;
        axes = axis < 0 ? [.. Enumerable.Range(0, strides.Length)] : MemoryAxes.Of(expression);
        if (axis < 0) return new ScanTiles<T, TResult, TRule>(input.Distribution.LocalSize, 1, sizeof(TResult), isFirst);
        long inner = 1;
        for (int i = axes.Length - 1; axes[i] != axis; i--) inner *= expression.Shape[axes[i]];
        return new ScanTiles<T, TResult, TRule>(expression.Shape[axis], inner, strides[axis], isFirst);
    }

    // Whether no rank has elements before this one's.
    private bool IsFirst(Distribution source) => ((BlockMap)(axis < 0 ? target.DimMaps[0] : source.DimMaps[axis])).Start(axis < 0 ? target.GridCoordinates[0] : source.GridCoordinates[axis]) == 0;

    // What the ranks before this one have together goes to the places of its first elements.
    private bool Start<TReducer, TState>(TReducer reducer, Converter<TState> convert, ICommunicator? ranks, DistArray<TResult> result, long[] strides)
        where TReducer : struct, IReducer<TState> where TState : unmanaged
    {
        Distribution source = input.Distribution;
        if (ranks is null) return true;
        var axes = new ReductionAxes(source, axis < 0 ? Enumerable.Range(0, source.NDim).ToArray() : [axis], keepDims: false);
        using var states = new StateBuffer<TState>(axis < 0 ? 1 : axes.LocalCells);
        if (states.Count == 0) return true;
        states.Fill(reducer.Identity);
        if (source.LocalSize > 0) LocalReduction.Run(input.Expression, axes.Strides(MemoryOrder.RowMajor, sizeof(TState)), reducer, states.Pointer, states.Count);
        RankReduction.ExclusiveScan(ranks, reducer, states.Pointer, (nint)states.Count);
        if (source.LocalSize == 0) return true;
        bool fits = true;
        using var first = new StateBuffer<TResult>(states.Count);
        for (long i = 0; i < states.Count; i++) fits &= convert(states.Pointer[i], out first.Pointer[i]);
        var copy = default(CopyKernel<TResult>);
        StridedLoop.Run(ref copy, axes.LocalShape, sizeof(TResult), result.LocalView.Pointer, Array.ConvertAll(strides, stride => stride / sizeof(TResult)), first.Pointer, axes.Strides(MemoryOrder.RowMajor, 1));
        return fits;
    }
}
