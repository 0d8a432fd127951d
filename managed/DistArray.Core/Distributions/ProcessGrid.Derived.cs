namespace DistArray;

public sealed partial class ProcessGrid
{
    /// <summary>Whether the ranks from 0 on have one place each, the last coordinate varying fastest.</summary>
    internal bool IsInCOrder => _ranks is null && _origin == 0 && Copies == 1 && Equals(new ProcessGrid(_shape));

    /// <summary>A grid with a rank of one's choice at each place, places counted in C order.</summary>
    internal static ProcessGrid WithRanks(int[] shape, int[] ranks) => new(InCOrder(shape), [], 0, ranks);

    /// <summary>A grid of one place with all ranks of a communicator at it.</summary>
    internal static ProcessGrid Replicated(int ndim, int ranks) => new(InCOrder(new int[ndim].Select(_ => 1).ToArray()), [new GridAxis(ranks, 1)], 0, null);

    /// <summary>The grid with its axes in the opposite order; every rank keeps its block.</summary>
    internal ProcessGrid Reversed() => Permuted([.. Enumerable.Range(0, NDim).Reverse()]);

    /// <summary>The grid with its axes in another order; every rank keeps its block.</summary>
    /// <param name="axes">For each new axis the old one.</param>
    internal ProcessGrid Permuted(ReadOnlySpan<int> axes)
    {
        var permuted = new GridAxis[axes.Length];
        for (int i = 0; i < axes.Length; i++) permuted[i] = _axes[axes[i]];
        return new ProcessGrid(permuted, _copies, _origin, _ranks);
    }

    /// <summary>The grid without an axis, of the ranks with one coordinate along it.</summary>
    internal ProcessGrid Select(int axis, int coordinate) => new(Without(axis), _copies, _origin + (coordinate * _axes[axis].Stride), _ranks);

    /// <summary>The grid without an axis; the ranks along it become copies.</summary>
    internal ProcessGrid Collapse(int axis) => new(Without(axis), _copies.Append(_axes[axis]), _origin, _ranks);

    /// <summary>The grid with one more axis that is not divided.</summary>
    internal ProcessGrid Insert(int axis) => new([.. _axes[..axis], new GridAxis(1, 0), .. _axes[axis..]], _copies, _origin, _ranks);

    private GridAxis[] Without(int axis) => [.. _axes[..axis], .. _axes[(axis + 1)..]];
}
