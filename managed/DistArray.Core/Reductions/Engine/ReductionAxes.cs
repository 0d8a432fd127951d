namespace DistArray;

/// <summary>Which axes of a distribution a reduction takes away, and how its results are distributed.</summary>
internal sealed class ReductionAxes
{
    private readonly bool[] _isReduced;

    /// <summary>Checks the axes.</summary>
    /// <param name="distribution">Of the array that is reduced.</param>
    /// <param name="axes">Axes, each in [-NDim, NDim), none twice.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    public ReductionAxes(Distribution distribution, AxisList axes, bool keepDims)
    {
        Source = distribution;
        _isReduced = new bool[distribution.NDim];
        Count = 1;
        foreach (int axis in axes)
        {
            int index = AxisNumbers.Normalize(axis, distribution.NDim);
            if (_isReduced[index]) throw new ArgumentException($"Axis {index} is there twice in {axes}. Give each axis once.", nameof(axes));
            _isReduced[index] = true;
            Count = checked(Count * distribution.Shape[index]);
        }
        Result = Without(distribution, keepDims);
        LocalCells = 1;
        for (int axis = 0; axis < distribution.NDim; axis++)
            if (!_isReduced[axis]) LocalCells *= distribution.LocalShape[axis];
        if (!distribution.IsMember) LocalCells = 0;
    }

    /// <summary>Distribution of the array that is reduced.</summary>
    public Distribution Source { get; }

    /// <summary>Distribution of the results.</summary>
    public Distribution Result { get; }

    /// <summary>Global number of elements that make one result.</summary>
    public long Count { get; }

    /// <summary>Number of results on this rank.</summary>
    public long LocalCells { get; }

    /// <summary>Shape of this rank's results, with one index along reduced axes.</summary>
    public int[] LocalShape
    {
        get
        {
            int[] shape = Source.LocalShape.ToArray();
            for (int axis = 0; axis < shape.Length; axis++)
                if (_isReduced[axis]) shape[axis] = 1;
            return shape;
        }
    }

    /// <summary>For each axis whether it is reduced.</summary>
    public ReadOnlySpan<bool> IsReduced => _isReduced;

    /// <summary>The one axis that is reduced.</summary>
    public int Single => Array.IndexOf(_isReduced, true);

    /// <summary>Distances of this rank's results along the axes of the source, 0 along reduced ones, as they lie without gaps in an order.</summary>
    public long[] Strides(MemoryOrder order, int size)
    {
        var strides = new long[_isReduced.Length];
        long stride = size;
        for (int i = 0; i < strides.Length; i++)
        {
            int axis = order == MemoryOrder.RowMajor ? strides.Length - 1 - i : i;
            if (_isReduced[axis]) continue;
            strides[axis] = stride;
            stride *= Source.LocalShape[axis];
        }
        return strides;
    }

    private Distribution Without(Distribution distribution, bool keepDims)
    {
        Distribution result = distribution.WithoutHalo();
        for (int axis = _isReduced.Length - 1; axis >= 0; axis--)
        {
            if (!_isReduced[axis]) continue;
            result = result.Collapse(axis);
            if (keepDims) result = result.Insert(axis, new ReplicatedMap(1));
        }
        return result;
    }
}
