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

    /// <summary>Blocks that are dealt out along the axis that is cut last, from an element on.</summary>
    /// <param name="linear">Place in row-major order of an element.</param>
    /// <param name="stop">Where the elements end that are asked for.</param>
    /// <param name="row">The range of indices of the axis of which all elements are asked for.</param>
    /// <returns>The map and the elements of an index of it; null where it does not deal out, or fewer than a round is asked for.</returns>
    public (BlockCyclicMap Map, long Unit)? Dealt(long linear, long stop, out IndexRange row)
    {
        row = default;
        if (_maps.Length == 0 || _maps[_axis] is not BlockCyclicMap { Parts: > 1 } cyclic || linear % _unit != 0) return null;
        long index = linear / _unit % cyclic.Size, whole = Math.Min((stop - linear) / _unit, cyclic.Size - index);
        if (whole < 2L * cyclic.BlockSize * cyclic.Parts) return null;
        row = new IndexRange(index, index + whole);
        return (cyclic, _unit);
    }

    /// <summary>The place of the process grid that has one part of the axis that is cut last, where others have the other parts.</summary>
    public ReadOnlySpan<int> Beside(ReadOnlySpan<int> place, int part)
    {
        place.CopyTo(_place);
        _place[_axis] = part;
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
