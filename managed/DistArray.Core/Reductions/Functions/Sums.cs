using System.Numerics;

namespace DistArray;

/// <summary>Sums. Integers are summed exactly; whether a result can hold them is the same on every rank.</summary>
internal static unsafe class Sums
{
    private const string Name = "Sum";

    /// <summary>The sum of all elements.</summary>
    public static TResult All<TResult>(ReductionInput input) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        return new OfAll<TResult>(input).Visit<OfAll<TResult>, TResult>(input.ElementType);
    }

    /// <summary>The sums along axes.</summary>
    public static DistArray<TResult> Along<TResult>(ReductionInput input, ReductionAxes axes) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        return new OfCells<TResult>(input, axes).Visit<OfCells<TResult>, DistArray<TResult>>(input.ElementType);
    }

    private readonly struct OfAll<TResult>(ReductionInput input) : IElementVisitor<TResult> where TResult : unmanaged, INumberBase<TResult>
    {
        public TResult Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => sizeof(T) <= sizeof(int) && input.Distribution.Size <= IntegerSum<T>.Most
            ? Narrow(Reduction.All<IntegerSum<T>, long>(input, default))
            : Narrow(Reduction.All<WideIntegerSum<T>, Int128>(input, default));

        public TResult Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            TResult.CreateTruncating(Reduction.All<RealSum<T, PlainTerm>, double>(input, new RealSum<T, PlainTerm>(default)));

        public TResult Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            TResult.CreateTruncating(Reduction.All<ComplexSum<TPart>, Complex>(input, default));

        public TResult Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();

        private static TResult Narrow<TState>(TState sum) where TState : unmanaged, IBinaryInteger<TState> =>
            ReductionTypes.TryNarrow(sum, out TResult result) ? result : throw ReductionTypes.Overflow<TResult>(Name, $"the sum {sum}");
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
}
