using System.Numerics;

namespace DistArray;

/// <summary>Exact sums of products of integers of 8 bytes. The second factors lie at the destination.</summary>
internal unsafe struct IntegerDotTiles<T> : ITileConsumer where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>Sum of the upper halves of the products.</summary>
    public Int128 High;

    /// <summary>Sum of their lower halves.</summary>
    public Int128 Low;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        for (nint i = 0; i < count; i++)
        {
            T x = ((T*)values)[i], y = *(T*)((byte*)destination + (i * stride));
            if (typeof(T) == typeof(ulong))
            {
                High += Math.BigMul(ulong.CreateTruncating(x), ulong.CreateTruncating(y), out ulong low);
                Low += low;
            }
            else
            {
                High += Math.BigMul(long.CreateTruncating(x), long.CreateTruncating(y), out long low);
                Low += (ulong)low;
            }
        }
    }
}
