using System.Numerics;

namespace DistArray;

/// <summary>The range of the keys of all numbers, and how many elements are none.</summary>
internal unsafe struct KeyRangeTiles<T>() : ITileConsumer where T : unmanaged, INumber<T>
{
    public ulong Lowest = ulong.MaxValue;

    public ulong Highest = 0;

    public long NaNs = 0;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        for (nint i = 0; i < count; i++)
        {
            T value = ((T*)values)[i];
            if (T.IsNaN(value))
            {
                NaNs++;
                continue;
            }
            ulong key = OrderKeys.Of(value);
            Lowest = Math.Min(Lowest, key);
            Highest = Math.Max(Highest, key);
        }
    }
}

/// <summary>Counts keys of a prefix by their next bits.</summary>
internal readonly unsafe struct KeyHistogramTiles<T>(KeyPrefix prefix, long* counts) : ITileConsumer where T : unmanaged, INumber<T>
{
    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        for (nint i = 0; i < count; i++)
        {
            ulong key = OrderKeys.Of(((T*)values)[i]);
            if (prefix.Includes(key) && !T.IsNaN(((T*)values)[i])) counts[prefix.Digit(key)]++;
        }
    }
}

/// <summary>Collects keys of a prefix.</summary>
internal readonly unsafe struct KeyListTiles<T>(KeyPrefix prefix, List<ulong> keys) : ITileConsumer where T : unmanaged, INumber<T>
{
    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        for (nint i = 0; i < count; i++)
        {
            ulong key = OrderKeys.Of(((T*)values)[i]);
            if (prefix.Includes(key) && !T.IsNaN(((T*)values)[i])) keys.Add(key);
        }
    }
}

/// <summary>The lowest key above another.</summary>
internal unsafe struct NextKeyTiles<T>(ulong above) : ITileConsumer where T : unmanaged, INumber<T>
{
    public ulong Next = ulong.MaxValue;

    public void Tile(void* values, nint count, void* destination, long stride, long position)
    {
        for (nint i = 0; i < count; i++)
        {
            ulong key = OrderKeys.Of(((T*)values)[i]);
            if (key > above && key < Next) Next = key;
        }
    }
}
