using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>Products. Those of integers are exact; whether a result can hold them is the same on every rank.</summary>
internal static class Products
{
    private const string Name = "Prod";

    /// <summary>The product of all elements.</summary>
    public static TResult All<TResult>(ReductionInput input) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        return new OfAll<TResult>(input).Visit<OfAll<TResult>, TResult>(input.ElementType);
    }

    /// <summary>The products along axes.</summary>
    public static DistArray<TResult> Along<TResult>(ReductionInput input, ReductionAxes axes) where TResult : unmanaged, INumberBase<TResult>
    {
        ReductionTypes.CheckSum<TResult>(Name, input.ElementType);
        return new OfCells<TResult>(input, axes).Visit<OfCells<TResult>, DistArray<TResult>>(input.ElementType);
    }

    /// <summary>The element that changes no product.</summary>
    public static T Neutral<T>() where T : unmanaged
    {
        if (typeof(T) == typeof(Complex)) return Unsafe.BitCast<Complex, T>(ComplexProduct<Complex>.None);
        if (typeof(T) == typeof(Complex64)) return Unsafe.BitCast<Complex64, T>((Complex64)ComplexProduct<Complex64>.None);
        return ElementValues.One<T>();
    }

    private readonly struct OfAll<TResult>(ReductionInput input) : IElementVisitor<TResult> where TResult : unmanaged, INumberBase<TResult>
    {
        // A real result takes a product of any size, an integer one only what it can hold.
        public TResult Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
        {
            if (!ReductionTypes.IsInteger(ElementTypes.Of<TResult>())) return new OfAll<TResult>(input.Cast(ElementType.Float64)).Real<double>();
            return ReductionTypes.TryNarrow(Reduction.All<IntegerProduct<T>, Int128>(input, default), out TResult result)
                ? result
                : throw ReductionTypes.Overflow<TResult>(Name, "the product");
        }

        public TResult Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            TResult.CreateTruncating(Reduction.All<RealProduct<T>, double>(input, default));

        public TResult Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            TResult.CreateTruncating(ComplexProduct<T>.Value(Reduction.All<ComplexProduct<T>, Complex>(input, default)));

        public TResult Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }

    private readonly struct OfCells<TResult>(ReductionInput input, ReductionAxes axes) : IElementVisitor<DistArray<TResult>> where TResult : unmanaged, INumberBase<TResult>
    {
        public DistArray<TResult> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => !ReductionTypes.IsInteger(ElementTypes.Of<TResult>())
            ? new OfCells<TResult>(input.Cast(ElementType.Float64), axes).Real<double>()
            : ReductionResult.Narrowed<Int128, TResult>(Reduction.Along<IntegerProduct<T>, Int128>(input, axes, default), axes, Name);

        public DistArray<TResult> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> =>
            ReductionResult.Of(Reduction.Along<RealProduct<T>, double>(input, axes, default), axes, (double product) => TResult.CreateTruncating(product));

        public DistArray<TResult> Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> =>
            ReductionResult.Of(Reduction.Along<ComplexProduct<T>, Complex>(input, axes, default), axes, (Complex product) => TResult.CreateTruncating(ComplexProduct<T>.Value(product)));

        public DistArray<TResult> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => throw new NotSupportedException();
    }
}
