using System.Numerics;

namespace DistArray;

/// <summary>Norms of vectors, in double precision.</summary>
internal static class Norms
{
    private const string Name = "Norm";

    /// <summary>The norm of all elements.</summary>
    public static double All(ReductionInput input, double? ord, bool reproducible = false)
    {
        input = Checked(input);
        if (ord is (null or 2) && reproducible) return Math.Sqrt(ExactSums.Real(Magnitudes(input).Apply(Ufunc.Square)));
        if (ord is null or 2) return Math.Sqrt(new SquaresOfAll(input).Visit<SquaresOfAll, double>(input.ElementType));
        ReductionInput magnitudes = Magnitudes(input);
        if (double.IsInfinity(ord.Value))
        {
            if (input.Distribution.Size == 0) throw Extremes.Empty(Name, input.Distribution);
            return ord > 0 ? Reduction.All<Extreme<double, MaximumRule<double>>, double>(magnitudes, default) : Reduction.All<Extreme<double, MinimumRule<double>>, double>(magnitudes, default);
        }
        if (ord == 0) return Counts.All(input);
        if (ord == 1) return Sums.All<double>(magnitudes, reproducible);
        return Math.Pow(Sums.All<double>(Powers(magnitudes, ord.Value), reproducible), 1 / ord.Value);
    }

    /// <summary>Starts the 2-norm of all elements.</summary>
    public static ReductionRequest<double> Begin(ReductionInput input)
    {
        input = Checked(input);
        return new BegunSquares(input).Visit<BegunSquares, ReductionRequest<double>>(input.ElementType);
    }

    /// <summary>The norms along axes.</summary>
    public static DistArray<double> Along(ReductionInput input, ReductionAxes axes, double? ord, bool reproducible = false)
    {
        input = Checked(input);
        StateBuffer<double> norms;
        if (ord is null or 2)
        {
            norms = reproducible
                ? ExactSums.Reals(Magnitudes(input).Apply(Ufunc.Square), axes)
                : new SquaresOfCells(input, axes).Visit<SquaresOfCells, StateBuffer<double>>(input.ElementType);
            return ReductionResult.Of(norms, axes, (double squares) => Math.Sqrt(squares));
        }
        ReductionInput magnitudes = Magnitudes(input);
        if (double.IsInfinity(ord.Value))
        {
            if (axes.Count == 0) throw Extremes.Empty(Name, input.Distribution);
            norms = ord > 0
                ? Reduction.Along<Extreme<double, MaximumRule<double>>, double>(magnitudes, axes, default)
                : Reduction.Along<Extreme<double, MinimumRule<double>>, double>(magnitudes, axes, default);
            return ReductionResult.Of(norms, axes, (double norm) => norm);
        }
        if (ord == 0) return ReductionResult.Of(Counts.Along(input, axes), axes, (long count) => (double)count);
        if (ord == 1) return Sums.Along<double>(magnitudes, axes, reproducible);
        norms = reproducible
            ? ExactSums.Reals(Powers(magnitudes, ord.Value), axes)
            : Reduction.Along<RealSum<double, PlainTerm>, double>(Powers(magnitudes, ord.Value), axes, new RealSum<double, PlainTerm>(default));
        return ReductionResult.Of(norms, axes, (double sum) => Math.Pow(sum, 1 / ord.Value));
    }

    private static ReductionInput Checked(ReductionInput input)
    {
        if (input.ElementType is ElementType.Boolean or ElementType.Logical32 or ElementType.Logical64)
            throw new NotSupportedException($"{Name}: elements of type {input.ElementType} are no numbers. Use CountNonZero().");
        return ReductionTypes.IsInteger(input.ElementType) ? input.Cast(ElementType.Float64) : input;
    }

    private static ReductionInput Magnitudes(ReductionInput input) =>
        input.Cast(ReductionTypes.IsComplex(input.ElementType) ? ElementType.Complex128 : ElementType.Float64).Apply(Ufunc.Absolute);

    private static ReductionInput Powers(ReductionInput magnitudes, double ord)
    {
        FusedExpression exponent = FusedExpressions.Constant(magnitudes.Expression.Shape, ElementType.Float64, FusedConstant.Of(ord));
        return magnitudes with { Expression = FusedExpressions.Apply(ElementKernels.Find(Ufunc.Power, ElementType.Float64, ElementType.Float64), magnitudes.Expression, exponent) };
    }

    private readonly struct SquaresOfAll(ReductionInput input) : IElementVisitor<double>
    {
        public double Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => throw new NotSupportedException();

        public double Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => Sum<T>(1);

        public double Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Sum<TPart>(2);

        public double Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();

        private double Sum<T>(int parts) where T : unmanaged => Reduction.All<RealSum<T, SquareTerm>, double>(input, new RealSum<T, SquareTerm>(default, parts));
    }

    private readonly struct SquaresOfCells(ReductionInput input, ReductionAxes axes) : IElementVisitor<StateBuffer<double>>
    {
        public StateBuffer<double> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => throw new NotSupportedException();

        public StateBuffer<double> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => Sum<T>(1);

        public StateBuffer<double> Complex<T, TPart>() where T : unmanaged, INumberBase<T>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Sum<TPart>(2);

        public StateBuffer<double> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();

        private StateBuffer<double> Sum<T>(int parts) where T : unmanaged =>
            Reduction.Along<RealSum<T, SquareTerm>, double>(input, axes, new RealSum<T, SquareTerm>(default, parts));
    }

    private readonly struct BegunSquares(ReductionInput input) : IElementVisitor<ReductionRequest<double>>
    {
        public ReductionRequest<double> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => throw new NotSupportedException();

        public ReductionRequest<double> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => Begin<T>(1);

        public ReductionRequest<double> Complex<T, TPart>() where T : unmanaged, INumberBase<T>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Begin<TPart>(2);

        public ReductionRequest<double> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();

        private ReductionRequest<double> Begin<T>(int parts) where T : unmanaged =>
            Reduction.Begin<RealSum<T, SquareTerm>, double, double>(input, new RealSum<T, SquareTerm>(default, parts), Math.Sqrt);
    }
}
