using System.Numerics;

namespace DistArray;

/// <summary>Sums of products of two arrays of one shape.</summary>
internal static unsafe class Dots
{
    /// <summary>The sum, with its products in a wider type.</summary>
    public static T Sum<T>(string name, DistArray<T> a, DistArray<T> b, bool reproducible) where T : unmanaged, INumberBase<T> =>
        IsWide(a.ElementType) ? Exact(name, a, b) : new OfAll<T>(a, b, reproducible).Visit<OfAll<T>, T>(a.ElementType);

    /// <summary>Starts the sum.</summary>
    public static ReductionRequest<T> Begin<T>(string name, DistArray<T> a, DistArray<T> b) where T : unmanaged, INumberBase<T> => IsWide(a.ElementType)
        ? throw new NotSupportedException($"{name}: products of elements of type {a.ElementType} are summed in two parts, which cannot be under way. Use Dot.")
        : new Begun<T>(a, b).Visit<Begun<T>, ReductionRequest<T>>(a.ElementType);

    private static bool IsWide(ElementType type) => type is ElementType.Int64 or ElementType.UInt64;

    private static ReductionInput Products<T, TWide>(DistArray<T> a, DistArray<T> b) where T : unmanaged where TWide : unmanaged =>
        ReductionInput.Of(Np.Multiply(Widened<T, TWide>(a), Widened<T, TWide>(b)));

    private static DistArray<TWide> Widened<T, TWide>(DistArray<T> array) where T : unmanaged where TWide : unmanaged =>
        array as DistArray<TWide> ?? ElementwiseCall.Cast<T, TWide>(array);

    private static T Exact<T>(string name, DistArray<T> a, DistArray<T> b) where T : unmanaged, INumberBase<T>
    {
        IOperand[] operands = [a, b];
        Distribution distribution = Alignment.Align(name, operands);
        var input = new ReductionInput(distribution, ((DistArray<T>)operands[0]).FuseOver(distribution).WithGhosts(), a.Order);
        Int128* sums = stackalloc Int128[2];
        if (input.Counts) (sums[0], sums[1]) = typeof(T) == typeof(ulong) ? Local<ulong>(input, operands[1]) : Local<long>(input, operands[1]);
        if (!distribution.IsReplicated) RankReduction.Allreduce<WideIntegerSum<long>, Int128>(distribution.Communicator, default, sums, 2);
        Int128 high = sums[0] + (sums[1] >> 64);
        bool fits = high >= long.MinValue && high <= long.MaxValue;
        return fits && ReductionTypes.TryNarrow((high << 64) + (sums[1] & ulong.MaxValue), out T result) ? result : throw ReductionTypes.Overflow<T>(name, "the sum of the products");
    }

    private static (Int128 High, Int128 Low) Local<T>(ReductionInput input, IOperand second) where T : unmanaged, IBinaryInteger<T>
    {
        var tiles = default(IntegerDotTiles<T>);
        FusedEvaluation.Consume(input.Expression.Program, input.Expression.Shape, second.ReadOperand(), input.Expression.Inputs, input.Expression.Constants, ref tiles);
        GC.KeepAlive(input.Expression.KeepAlive);
        GC.KeepAlive(second);
        return (tiles.High, tiles.Low);
    }

    private readonly struct OfAll<T>(DistArray<T> a, DistArray<T> b, bool reproducible) : IElementVisitor<T> where T : unmanaged, INumberBase<T>
    {
        public T Integer<TElement>() where TElement : unmanaged, IBinaryInteger<TElement>, IMinMaxValue<TElement> => Sums.All<T>(Products<T, long>(a, b));

        public T Real<TElement>() where TElement : unmanaged, IBinaryFloatingPointIeee754<TElement>, IMinMaxValue<TElement> => Sums.All<T>(Products<T, double>(a, b), reproducible, narrows: true);

        public T Complex<TElement, TPart>() where TElement : unmanaged, INumberBase<TElement>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Sums.All<T>(Products<T, Complex>(a, b), reproducible, narrows: true);

        public T Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }

    private readonly struct Begun<T>(DistArray<T> a, DistArray<T> b) : IElementVisitor<ReductionRequest<T>> where T : unmanaged, INumberBase<T>
    {
        public ReductionRequest<T> Integer<TElement>() where TElement : unmanaged, IBinaryInteger<TElement>, IMinMaxValue<TElement> => Sums.Begin<T>(Products<T, long>(a, b));

        public ReductionRequest<T> Real<TElement>() where TElement : unmanaged, IBinaryFloatingPointIeee754<TElement>, IMinMaxValue<TElement> =>
            Sums.Begin<T>(Products<T, double>(a, b), narrows: true);

        public ReductionRequest<T> Complex<TElement, TPart>() where TElement : unmanaged, INumberBase<TElement>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Sums.Begin<T>(Products<T, Complex>(a, b), narrows: true);

        public ReductionRequest<T> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }
}
