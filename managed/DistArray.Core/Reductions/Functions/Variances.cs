using System.Numerics;

namespace DistArray;

/// <summary>Variances, in double precision and two passes as NumPy's: means first, then distances from them.</summary>
internal static unsafe class Variances
{
    /// <summary>The variance of all elements; NaN or infinite where there are too few, or NaN always.</summary>
    public static double All(ReductionInput input, ReductionInput? where, double ddof, bool nanOfTooFew = false)
    {
        double count = where is null ? input.Distribution.Size : Counts.All(where), squares;
        if (ReductionTypes.IsComplex(input.ElementType))
        {
            ReductionInput wide = input.Cast(ElementType.Complex128);
            FusedExpression mean = FusedExpressions.Constant(input.Expression.Shape, ElementType.Complex128, FusedConstant.Of(Means.Complex(input, where)));
            squares = Reduction.All<RealSum<double, SquareTerm>, double>(Distances(wide, mean).Where(where), new RealSum<double, SquareTerm>(default, parts: 2));
        }
        else
        {
            var distance = new DistanceTerm(Means.Real(input, where));
            squares = input.ElementType == ElementType.Float32 && where is null
                ? Reduction.All<RealSum<float, DistanceTerm>, double>(input, new RealSum<float, DistanceTerm>(distance))
                : Reduction.All<RealSum<double, DistanceTerm>, double>(input.Cast(ElementType.Float64).Where(where, distance.Center), new RealSum<double, DistanceTerm>(distance));
        }
        return Quotient(squares, count - ddof, nanOfTooFew);
    }

    /// <summary>The variances along axes.</summary>
    public static DistArray<double> Along(ReductionInput input, ReductionAxes axes, ReductionInput? where, double ddof, bool nanOfTooFew = false)
    {
        StateBuffer<double> squares = ReductionTypes.IsComplex(input.ElementType)
            ? Squares(input.Cast(ElementType.Complex128), Means.Complexes(input, axes, where), axes, where, parts: 2)
            : Squares(input.Cast(ElementType.Float64), Means.Reals(input, axes, where), axes, where, parts: 1);
        using StateBuffer<long>? counts = where is null ? null : Counts.Along(where with { Order = input.Order }, axes);
        for (long i = 0; i < squares.Count; i++) squares.Pointer[i] = Quotient(squares.Pointer[i], (counts is null ? axes.Count : counts.Pointer[i]) - ddof, nanOfTooFew);
        return ReductionResult.Of(squares, axes, (double variance) => variance);
    }

    private static double Quotient(double squares, double freedom, bool nanOfTooFew) => nanOfTooFew && freedom <= 0 ? double.NaN : squares / Math.Max(freedom, 0);

    private static StateBuffer<double> Squares<T>(ReductionInput input, DistArray<T> means, ReductionAxes axes, ReductionInput? where, int parts) where T : unmanaged
    {
        var operand = new LocalOperand((nint)means.LocalView.Pointer, axes.Strides(means.Order, sizeof(T)));
        var mean = new FusedExpression(new FusedProgram([means.ElementType], [], []), input.Expression.Shape, [operand], [], means);
        StateBuffer<double> squares = Reduction.Along<RealSum<double, SquareTerm>, double>(Distances(input, mean).Where(where), axes, new RealSum<double, SquareTerm>(default, parts));
        means.Dispose();
        return squares;
    }

    private static ReductionInput Distances(ReductionInput input, FusedExpression center) =>
        input with { Expression = FusedExpressions.Apply(ElementKernels.Find(Ufunc.Subtract, input.ElementType, input.ElementType), input.Expression, center) };
}
