using System.Numerics;

namespace DistArray;

/// <summary>Evaluates operators on the owned elements, in the memory order of the result.</summary>
internal static unsafe class Elementwise
{
    private const int Chunk = 1 << 30; // elements of a span at a time

    public static DistArray<T> Binary<T, TOperator>(string name, DistArray<T> left, DistArray<T> right)
        where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        DistArray<T>.CheckAlike(name, left.Distribution, right.Distribution);
        return Run<T, TOperator>(left, left.LocalView, right.LocalView, default, ScalarSide.None);
    }

    public static DistArray<T> Binary<T, TOperator>(DistArray<T> left, T right) where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T>
    {
        ArgumentNullException.ThrowIfNull(left);
        return Run<T, TOperator>(left, left.LocalView, default, right, ScalarSide.Right);
    }

    public static DistArray<T> Binary<T, TOperator>(T left, DistArray<T> right) where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T>
    {
        ArgumentNullException.ThrowIfNull(right);
        return Run<T, TOperator>(right, default, right.LocalView, left, ScalarSide.Left);
    }

    public static DistArray<T> Unary<T, TOperator>(DistArray<T> value) where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T> =>
        Binary<T, TOperator>(value, default(T));

    /// <summary>A new array like another; its halo is 0.</summary>
    public static DistArray<T> Like<T>(Distribution distribution, MemoryOrder order) where T : unmanaged =>
        DistArray<T>.Allocate(distribution, order, zero: !distribution.LocalShape.SequenceEqual(distribution.LocalShapeWithHalo));

    // A scalar is an operand whose strides are all 0.
    private static DistArray<T> Run<T, TOperator>(DistArray<T> like, LocalView<T> left, LocalView<T> right, T scalar, ScalarSide side)
        where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T>
    {
        if (typeof(TOperator) == typeof(DivideOperator<T>) && like.ElementType is >= ElementType.Int8 and <= ElementType.UInt64)
            throw new NotSupportedException($"Divide: '/' of {like.ElementType} elements is not defined. Use Np.FloorDivide for integers, or Np.TrueDivide for float64.");
        DistArray<T> result = Like<T>(like.Distribution, like.Order);
        LocalView<T> destination = result.LocalView;
        var kernel = default(Kernel<T, TOperator>);
        ReadOnlySpan<long> none = stackalloc long[like.NDim];
        StridedLoop.Run(ref kernel, destination.Shape, sizeof(T), destination.Pointer, destination.Strides,
            side != ScalarSide.Left ? left.Pointer : &scalar, side != ScalarSide.Left ? left.Strides : none,
            side != ScalarSide.Right ? right.Pointer : &scalar, side != ScalarSide.Right ? right.Strides : none);
        GC.KeepAlive(like);
        GC.KeepAlive(left);
        GC.KeepAlive(right);
        GC.KeepAlive(result);
        return result;
    }

    private enum ScalarSide
    {
        None,
        Left,
        Right,
    }

    private struct Kernel<T, TOperator> : IRowKernel where T : unmanaged, INumberBase<T> where TOperator : struct, IElementOperator<T>
    {
        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            int size = sizeof(T);
            if (s0 == size && (s1 == size || s1 == 0) && (s2 == size || s2 == 0) && (s1 | s2) != 0)
            {
                for (long i = 0; i < count; i += Chunk)
                    Span((T*)p0 + i, (T*)p1 + (s1 == 0 ? 0 : i), s1, (T*)p2 + (s2 == 0 ? 0 : i), s2, (int)Math.Min(Chunk, count - i));
                return;
            }
            for (long i = 0; i < count; i++)
                *(T*)((byte*)p0 + (i * s0)) = TOperator.Apply(*(T*)((byte*)p1 + (i * s1)), *(T*)((byte*)p2 + (i * s2)));
        }

        private static void Span(T* destination, T* left, long s1, T* right, long s2, int count)
        {
            var to = new Span<T>(destination, count);
            if (s2 == 0) TOperator.Apply(new ReadOnlySpan<T>(left, count), *right, to);
            else if (s1 == 0) TOperator.Apply(*left, new ReadOnlySpan<T>(right, count), to);
            else TOperator.Apply(new ReadOnlySpan<T>(left, count), new ReadOnlySpan<T>(right, count), to);
        }
    }
}
