using System.Numerics;

namespace DistArray;

/// <summary>Numbers of elements that are not 0.</summary>
internal static class Counts
{
    /// <summary>Of all elements.</summary>
    public static long All(ReductionInput input) => new OfAll(input).Visit<OfAll, long>(input.ElementType);

    /// <summary>Along axes; the caller disposes of them.</summary>
    public static StateBuffer<long> Along(ReductionInput input, ReductionAxes axes) => new OfCells(input, axes).Visit<OfCells, StateBuffer<long>>(input.ElementType);

    private readonly struct OfAll(ReductionInput input) : IElementVisitor<long>
    {
        public long Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => Count<T>(1);

        public long Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => Count<T>(1);

        public long Complex<T, TPart>() where T : unmanaged, INumberBase<T> where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Count<TPart>(2);

        public long Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => Count<TStorage>(1);

        private long Count<T>(int parts) where T : unmanaged, INumberBase<T> => Reduction.All<NonZeroCount<T>, long>(input, new NonZeroCount<T>(parts));
    }

    private readonly struct OfCells(ReductionInput input, ReductionAxes axes) : IElementVisitor<StateBuffer<long>>
    {
        public StateBuffer<long> Integer<T>() where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T> => Count<T>(1);

        public StateBuffer<long> Real<T>() where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T> => Count<T>(1);

        public StateBuffer<long> Complex<T, TPart>() where T : unmanaged, INumberBase<T>
            where TPart : unmanaged, IBinaryFloatingPointIeee754<TPart>, IMinMaxValue<TPart> => Count<TPart>(2);

        public StateBuffer<long> Logical<TStorage>() where TStorage : unmanaged, IBinaryInteger<TStorage>, IMinMaxValue<TStorage> => Count<TStorage>(1);

        private StateBuffer<long> Count<T>(int parts) where T : unmanaged, INumberBase<T> =>
            Reduction.Along<NonZeroCount<T>, long>(input, axes, new NonZeroCount<T>(parts));
    }
}
