namespace DistArray;

/// <summary>Who owns which range of an array in row-major order; all parts of the axes are known.</summary>
internal sealed class LinearOwners
{
    private readonly DimMap[] _maps;
    private readonly int _axis;      // the last one that is divided, or 0
    private readonly long _unit;     // elements of an index of it
    private readonly int[] _place;

    public LinearOwners(Distribution distribution)
    {
        _maps = distribution.DimMaps.ToArray();
        _axis = Math.Max(0, Array.FindLastIndex(_maps, map => map.Parts > 1));
        _unit = _maps.Length == 0 ? 1 : Strides(distribution.Shape)[_axis];
        _place = new int[_maps.Length];
    }

    /// <summary>The place of the process grid that owns an element; changed by the next call.</summary>
    /// <param name="linear">Its place in row-major order.</param>
    /// <param name="stop">Where the range of elements that are there, too, ends.</param>
    public ReadOnlySpan<int> Find(long linear, out long stop)
    {
        stop = linear + 1;
        if (_maps.Length == 0) return _place;
        (long rest, long index) = Math.DivRem(linear / _unit, _maps[_axis].Size);
        stop = ((rest * _maps[_axis].Size) + _maps[_axis].RunOf(index).Stop) * _unit;
        _place[_axis] = _maps[_axis].Owner(index);
        for (int axis = _axis - 1; axis >= 0; axis--)
        {
            (rest, index) = Math.DivRem(rest, _maps[axis].Size);
            _place[axis] = _maps[axis].Owner(index);
        }
        return _place;
    }

    /// <summary>How many elements in row-major order lie between neighbours along each axis.</summary>
    public static long[] Strides(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        long size = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = size;
            size *= shape[axis];
        }
        return strides;
    }
}
