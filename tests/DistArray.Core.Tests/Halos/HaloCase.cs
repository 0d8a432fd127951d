namespace DistArray.Core.Tests.Halos;

using Random = System.Random;

/// <summary>A random array with halo, and what its stored elements must be after an update: by its own arithmetic of indices, element by element.</summary>
internal sealed class HaloCase
{
    private readonly HaloBoundary[] _low;
    private readonly HaloBoundary[] _high;

    public HaloCase(ICommunicator comm, int seed)
    {
        var random = new Random(seed);
        int ndim = random.Next(1, 5);
        int[] grid = Grid(random, comm.Size, ndim, out bool copies);
        Maps = [.. grid.Select(parts => Map(random, parts, ndim))];
        int[] low = Widths(random, ndim), high = Widths(random, ndim);
        bool[] periodic = [.. Enumerable.Range(0, ndim).Select(_ => random.Next(2) == 0)];
        if (random.Next(3) == 0)
        {
            var own = new Random((seed * 100) + comm.Rank); // other widths on other ranks
            low = Widths(own, ndim);
            high = Widths(own, ndim);
        }
        ProcessGrid? places = copies ? new Distribution(comm, [new BlockMap(20, comm.Size / grid.Aggregate(1, (a, b) => a * b)), .. Maps]).Collapse(0).Grid : null;
        Distribution = new Distribution(comm, Maps, places, low, high, periodic);
        _low = [.. Enumerable.Range(0, ndim).Select(_ => Boundary(random))];
        _high = [.. Enumerable.Range(0, ndim).Select(_ => Boundary(random))];
        Options = new HaloOptions { Corners = random.Next(4) > 0, Boundaries = [.. _low.Zip(_high)] };
        Array = Allocate(Distribution, new Random((seed * 100) + comm.Rank + 50));
    }

    public DimMap[] Maps { get; }

    public Distribution Distribution { get; }

    public HaloOptions Options { get; }

    public DistArray<double> Array { get; }

    public override string ToString() => $"{Distribution}, halo {string.Join(",", Distribution.HaloLow.ToArray())} and {string.Join(",", Distribution.HaloHigh.ToArray())}, "
        + $"periodic {string.Join(",", Distribution.Periodic.ToArray())}, ends {string.Join(",", _low.Select(b => b.Kind))} and {string.Join(",", _high.Select(b => b.Kind))}, corners {Options.Corners}";

    /// <summary>The value of a global element: distinct.</summary>
    public double Value(long[] index)
    {
        double offset = 0;
        for (int axis = 0; axis < index.Length; axis++) offset = (offset * Maps[axis].Size) + index[axis];
        return offset + 0.5;
    }

    /// <summary>Every stored index with its position along each axis, counted globally and not wrapped.</summary>
    public IEnumerable<(int[] Stored, long[] Global)> Stored()
    {
        int ndim = Maps.Length;
        int[] shape = Distribution.LocalShapeWithHalo.ToArray(), low = Distribution.HaloLow.ToArray();
        long[] starts = [.. Enumerable.Range(0, ndim).Select(axis => Distribution.LocalRange(axis).Start)];
        if (shape.Contains(0)) yield break;
        var index = new int[ndim];
        while (true)
        {
            yield return (index, [.. index.Select((at, axis) => starts[axis] - low[axis] + at)]);
            int last = ndim - 1;
            for (; last >= 0 && ++index[last] == shape[last]; last--) index[last] = 0;
            if (last < 0) yield break;
        }
    }

    public bool IsOwned(long[] global) => global.Select((at, axis) => Distribution.LocalRange(axis).Contains(at)).All(owned => owned);

    /// <summary>What a stored element shows: an element of the array, a fixed value, or nothing, so that it stays.</summary>
    public (long[]? Source, double? Value) Show(long[] global)
    {
        int outside = global.Where((at, axis) => !Distribution.LocalRange(axis).Contains(at)).Count();
        if (outside > 1 && !Options.Corners) return (null, null);
        double? value = null;
        var source = new long[global.Length];
        for (int axis = 0; axis < global.Length; axis++)
        {
            long size = Maps[axis].Size, at = global[axis];
            if (Distribution.Periodic[axis])
            {
                if (size == 0) return (null, null);
                while (at < 0) at += size;
                while (at >= size) at -= size;
            }
            else if (at < 0 || at >= size)
            {
                HaloBoundary boundary = at < 0 ? _low[axis] : _high[axis];
                if (boundary == HaloBoundary.Untouched) return (null, null);
                if (boundary is HaloBoundary.FixedBoundary<double> constant) value = constant.Value;
                else if (size == 0) return (null, null);
                else if (boundary == HaloBoundary.Edge || (size == 1 && boundary == HaloBoundary.Reflect)) at = at < 0 ? 0 : size - 1;
                else
                {
                    long turn = boundary == HaloBoundary.Reflect ? 0 : 1;
                    while (at < 0 || at >= size) at = at < 0 ? -at - turn : (2 * (size - 1)) - at + turn;
                }
            }
            source[axis] = at;
        }
        return value is null ? (source, null) : (null, value);
    }

    public void Fill(Func<int[], double> ghosts)
    {
        LocalView<double> stored = Array.LocalViewWithHalo;
        foreach ((int[] index, long[] global) in Stored()) stored[index] = IsOwned(global) ? Value(global) : ghosts(index);
    }

    private static int[] Grid(Random random, int size, int ndim, out bool copies)
    {
        copies = random.Next(5) == 0;
        var grid = new int[ndim];
        System.Array.Fill(grid, 1);
        int left = size;
        for (int factor = 2; left > 1; factor++)
        {
            for (; left % factor == 0; left /= factor)
                if (!copies || random.Next(2) == 0) grid[random.Next(ndim)] *= factor;
        }
        return grid;
    }

    private static DimMap Map(Random random, int parts, int ndim)
    {
        int size = random.Next(0, 20) == 0 ? 0 : random.Next(1, ndim > 2 ? 8 : 14);
        if (parts == 1 && random.Next(2) == 0) return new ReplicatedMap(size);
        if (random.Next(3) == 0) return new BlockMap(size, parts);
        if (random.Next(3) == 0) return BlockMap.Balanced(size, parts);
        long[] bounds = [0, .. Enumerable.Range(1, parts - 1).Select(_ => (long)random.Next(size + 1)).Order(), size];
        return BlockMap.FromBounds(bounds);
    }

    private static int[] Widths(Random random, int ndim) => [.. Enumerable.Range(0, ndim).Select(_ => random.Next(8) == 0 ? random.Next(3, 6) : random.Next(0, 3))];

    private static HaloBoundary Boundary(Random random) => random.Next(5) switch
    {
        0 => HaloBoundary.Untouched,
        1 => HaloBoundary.Fixed(-7.25 - random.Next(10)),
        2 => HaloBoundary.Edge,
        3 => HaloBoundary.Reflect,
        _ => HaloBoundary.Symmetric,
    };

    // Row-major, column-major, or with gaps and turned around.
    private static DistArray<double> Allocate(Distribution distribution, Random random)
    {
        int kind = random.Next(3);
        if (kind < 2) return Np.Zeros<double>(distribution, (MemoryOrder)kind);
        LocalBlock<double> block = LocalBlock<double>.Allocate([.. distribution.LocalShapeWithHalo.ToArray().Select(extent => extent * 2)]);
        LocalView<double> view = block.View;
        for (int axis = 0; axis < distribution.NDim; axis++)
        {
            int extent = distribution.LocalShapeWithHalo[axis];
            view = extent == 0 ? view.Slice(axis, 0, 0) : view.Slice(axis, (extent * 2) - 1, extent, -2);
        }
        return DistArray<double>.Wrap(distribution, view.ToBlock(), ownsMemory: true);
    }
}
