using System.Numerics;

namespace DistArray;

/// <summary>Sums. Integers are summed exactly; whether a result can hold them is the same on every rank.</summary>
internal static unsafe class Sums
{
    private const string Name = "Sum";

    /// <summary>The sum of all elements.</summary>
    /// <param name="input">The elements.</param>
    /// <param name="reproducible">Whether to round once.</param>
    /// <param name="narrows">Whether the elements were widened for the sum alone.</param>
    public static TResult All<TResult>(ReductionInput input, bool reproducible = false, bool narrows = false) where TResult : unmanaged, INumberBase<TResult>
    {
        if (!narrows) ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        if (reproducible && ReductionTypes.IsReal(input.ElementType)) return TResult.CreateTruncating(ExactSums.Real(input, ReductionTypes.IsSingle<TResult>()));
        if (reproducible && ReductionTypes.IsComplex(input.ElementType)) return TResult.CreateTruncating(ExactSums.Complex(input, ReductionTypes.IsSingle<TResult>()));
        return new OfAll<TResult>(input).Visit<OfAll<TResult>, TResult>(input.ElementType);
    }

    /// <summary>The sums along axes.</summary>
    public static DistArray<TResult> Along<TResult>(ReductionInput input, ReductionAxes axes, bool reproducible = false) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        if (reproducible && ReductionTypes.IsReal(input.ElementType))
            return ReductionResult.Of(ExactSums.Reals(input, axes, ReductionTypes.IsSingle<TResult>()), axes, (double sum) => TResult.CreateTruncating(sum));
        if (reproducible && ReductionTypes.IsComplex(input.ElementType))
            return ReductionResult.Of(ExactSums.Complexes(input, axes, ReductionTypes.IsSingle<TResult>()), axes, (Complex sum) => TResult.CreateTruncating(sum));
        return new OfCells<TResult>(input, axes).Visit<OfCells<TResult>, DistArray<TResult>>(input.ElementType);
    }

    /// <summary>Starts the sum of all elements.</summary>
    public static ReductionRequest<TResult> Begin<TResult>(ReductionInput input, bool narrows = false) where TResult : unmanaged, INumberBase<TResult>
    {
        if (!narrows) ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        return new Begun<TResult>(input).Visit<Begun<TResult>, ReductionRequest<TResult>>(input.ElementType);
    }

    private static TResult Narrow<TState, TResult>(TState sum) where TState : unmanaged, IBinaryInteger<TState> where TResult : unmanaged, INumberBase<TResult> =>
        ReductionTypes.TryNarrow(sum, out TResult result) ? result : throw ReductionTypes.Overflow<TResult>(Name, $"the sum {sum}");

    private readonly struct OfAll<TResult>(ReductionInput input) : IElementVisitor<TResult> where TResult : unmanaged, INumberBase<TResult>
    {
        public TResult Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => sizeof(T) <= sizeof(int) && input.Distribution.Size <= IntegerSum<T>.Most
            ? Narrow<long, TResult>(Reduction.All<IntegerSum<T>, long>(input, default))
            : Narrow<Int128, TResult>(Reduction.All<WideIntegerSum<T>, Int128>(input, default));

        public TResult Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            TResult.CreateTruncating(Reduction.All<RealSum<T, PlainTerm>, double>(input, new RealSum<T, PlainTerm>(default)));

        public TResult Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            TResult.CreateTruncating(Reduction.All<ComplexSum<TPart>, Complex>(input, default));

        public TResult Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }

    private readonly struct OfCells<TResult>(ReductionInput input, ReductionAxes axes) : IElementVisitor<DistArray<TResult>> where TResult : unmanaged, INumberBase<TResult>
    {
        public DistArray<TResult> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => sizeof(T) <= sizeof(int) && axes.Count <= IntegerSum<T>.Most
            ? ReductionResult.Narrowed<long, TResult>(Reduction.Along<IntegerSum<T>, long>(input, axes, default), axes, Name)
            : ReductionResult.Narrowed<Int128, TResult>(Reduction.Along<WideIntegerSum<T>, Int128>(input, axes, default), axes, Name);

        public DistArray<TResult> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            ReductionResult.Of(Reduction.Along<RealSum<T, PlainTerm>, double>(input, axes, new RealSum<T, PlainTerm>(default)), axes, (double sum) => TResult.CreateTruncating(sum));

        public DistArray<TResult> Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            ReductionResult.Of(Reduction.Along<ComplexSum<TPart>, Complex>(input, axes, default), axes, (Complex sum) => TResult.CreateTruncating(sum));

        public DistArray<TResult> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }

    private readonly struct Begun<TResult>(ReductionInput input) : IElementVisitor<ReductionRequest<TResult>> where TResult : unmanaged, INumberBase<TResult>
    {
        public ReductionRequest<TResult> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => sizeof(T) <= sizeof(int) && input.Distribution.Size <= IntegerSum<T>.Most
            ? Reduction.Begin<IntegerSum<T>, long, TResult>(input, default, Narrow<long, TResult>)
            : Reduction.Begin<WideIntegerSum<T>, Int128, TResult>(input, default, Narrow<Int128, TResult>);

        public ReductionRequest<TResult> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            Reduction.Begin<RealSum<T, PlainTerm>, double, TResult>(input, new RealSum<T, PlainTerm>(default), TResult.CreateTruncating);

        public ReductionRequest<TResult> Complex<T, TPart>() where T : unmanaged, INumberBase<T>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            Reduction.Begin<ComplexSum<TPart>, Complex, TResult>(input, default, TResult.CreateTruncating);

        public ReductionRequest<TResult> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }
}
