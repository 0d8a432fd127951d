using System.Numerics;

namespace DistArray;

/// <summary>Sums of rows of real or complex numbers in a type that may be wider: blocks go into a pairwise sum.</summary>
internal readonly unsafe struct SumKernel<T, TResult>() : IRowKernel where T : unmanaged, INumberBase<T> where TResult : unmanaged, INumberBase<TResult>
{
    private const int Block = 512;

    private readonly PairwiseSum<TResult> _sum = new();

    public TResult Total => _sum.Total();

    public void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
    {
        for (long start = 0; start < count; start += Block)
        {
            int n = (int)Math.Min(Block, count - start);
            byte* p = (byte*)p0 + (start * s0);
            _sum.Add(typeof(T) == typeof(TResult) && s0 == sizeof(T) && Vector<T>.IsSupported ? TResult.CreateTruncating(Vectors((T*)p, n)) : Scalars(p, s0, n));
        }
    }

    private static TResult Scalars(byte* p, long stride, int count)
    {
        TResult a = TResult.Zero, b = TResult.Zero, c = TResult.Zero, d = TResult.Zero;
        int i = 0;
        for (; i + 4 <= count; i += 4, p += 4 * stride)
        {
            a += TResult.CreateChecked(*(T*)p);
            b += TResult.CreateChecked(*(T*)(p + stride));
            c += TResult.CreateChecked(*(T*)(p + (2 * stride)));
            d += TResult.CreateChecked(*(T*)(p + (3 * stride)));
        }
        for (; i < count; i++, p += stride) a += TResult.CreateChecked(*(T*)p);
        return (a + b) + (c + d);
    }

    private static T Vectors(T* p, int count)
    {
        Vector<T> a = Vector<T>.Zero, b = Vector<T>.Zero;
        int width = Vector<T>.Count, i = 0;
        for (; i + (2 * width) <= count; i += 2 * width)
        {
            a += Vector.Load(p + i);
            b += Vector.Load(p + i + width);
        }
        T total = Vector.Sum(a + b);
        for (; i < count; i++) total += p[i];
        return total;
    }
}

/// <summary>Exact sums of rows of integers.</summary>
internal unsafe struct IntegerSumKernel<T> : IRowKernel where T : unmanaged, IBinaryInteger<T>
{
    public Int128 Total { get; private set; }

    public void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
    {
        if (sizeof(T) == 8)
        {
            for (long i = 0; i < count; i++) Total += Int128.CreateTruncating(*(T*)((byte*)p0 + (i * s0)));
            return;
        }
        const long Block = 1 << 30; // as many elements of 4 bytes cannot overflow 64 bits
        for (long start = 0; start < count; start += Block)
        {
            long sum = 0, stop = Math.Min(count, start + Block);
            for (long i = start; i < stop; i++) sum += long.CreateTruncating(*(T*)((byte*)p0 + (i * s0)));
            Total += sum;
        }
    }
}
