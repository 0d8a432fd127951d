using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>The ranks along axes of a process grid, as communicators that are made once.</summary>
internal static class AxisCommunicators
{
    private static readonly ConditionalWeakTable<ICommunicator, Dictionary<Key, ICommunicator?>> s_made = [];

    /// <summary>The ranks that share this one's coordinates along all other axes, in the order of the parts; null where they would be this rank alone,
    /// or where it has no place in the grid.</summary>
    /// <remarks><b>Collective</b> over the communicator of the distribution: one split at the first call.</remarks>
    public static ICommunicator? Along(Distribution distribution, ReadOnlySpan<bool> axes)
    {
        ProcessGrid grid = distribution.Grid;
        int along = 1;
        var isAlong = new bool[axes.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            isAlong[axis] = axes[axis] && grid.Shape[axis] > 1;
            if (isAlong[axis]) along *= grid.Shape[axis];
        }
        if (along == 1) return null;
        ICommunicator comm = distribution.Communicator;
        if (along == comm.Size && grid.IsInCOrder) return comm;
        Dictionary<Key, ICommunicator?> made = s_made.GetOrCreateValue(comm);
        var key = new Key(grid, isAlong);
        if (made.TryGetValue(key, out ICommunicator? found)) return found;
        return made[key] = Split(comm, grid, isAlong);
    }

    private static ICommunicator? Split(ICommunicator comm, ProcessGrid grid, bool[] isAlong)
    {
        Span<int> coordinates = new int[grid.NDim];
        if (!grid.TryGetCoordinates(comm.Rank, coordinates, out int copy)) return comm.Split(ICommunicator.Undefined, 0);
        int color = copy, key = 0;
        for (int axis = 0; axis < isAlong.Length; axis++)
        {
            if (isAlong[axis]) key = (key * grid.Shape[axis]) + coordinates[axis];
            else color = (color * grid.Shape[axis]) + coordinates[axis];
        }
        return comm.Split(color, key);
    }

    private sealed class Key(ProcessGrid grid, bool[] axes) : IEquatable<Key>
    {
        private readonly ProcessGrid _grid = grid;
        private readonly bool[] _axes = axes;

        public bool Equals(Key? other) => other is not null && _grid == other._grid && _axes.AsSpan().SequenceEqual(other._axes);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode() => _grid.GetHashCode();
    }
}
