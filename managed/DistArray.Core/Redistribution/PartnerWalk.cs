namespace DistArray;

/// <summary>Goes over the places of the other side with which this rank shares elements: every combination of a part each axis.</summary>
internal sealed class PartnerWalk
{
    private readonly AxisPlan[] _axes;
    private readonly int[] _numbers;
    private readonly int[] _place;
    private readonly long[] _sizes; // elements of the parts of the axes up to and including one
    private int _changed;           // the axes from this one on have other parts than before

    public PartnerWalk(AxisPlan[] axes)
    {
        _axes = axes;
        _numbers = new int[axes.Length];
        _place = new int[axes.Length];
        _sizes = new long[axes.Length + 1];
        _sizes[0] = 1;
    }

    /// <summary>Number of the combination, of those that share nothing, too.</summary>
    public long Number { get; private set; } = -1;

    /// <summary>Number of elements that are shared with the place.</summary>
    public long Count => _sizes[^1];

    /// <summary>The place; changed by the next move.</summary>
    public ReadOnlySpan<int> Place => _place;

    /// <summary>Moves to the next place with which something is shared.</summary>
    public bool MoveNext()
    {
        while (Advance())
        {
            for (int axis = _changed; axis < _axes.Length; axis++)
            {
                _sizes[axis + 1] = _sizes[axis] * _axes[axis].Size(_numbers[axis]);
                _place[axis] = _axes[axis].Part(_numbers[axis]);
            }
            if (Count > 0) return true;
        }
        return false;
    }

    private bool Advance()
    {
        if (Number++ < 0) return true;
        for (_changed = _axes.Length - 1; _changed >= 0; _changed--)
        {
            if (++_numbers[_changed] < _axes[_changed].Count) return true;
            _numbers[_changed] = 0;
        }
        return false;
    }
}
