namespace DistArray.Core.Tests.Redistributing;

/// <summary>Shapes and distributions of every kind, the same on every rank for a seed.</summary>
internal sealed class RandomDistributions(int seed, ICommunicator communicator)
{
    private readonly System.Random _random = new(seed);

    public System.Random Random => _random;

    public long[] Shape(int most = 4)
    {
        int ndim = _random.Next(0, most + 1);
        return [.. Enumerable.Range(0, ndim).Select(_ => _random.Next(12) == 0 ? 0L : _random.Next(1, ndim > 4 ? 4 : ndim > 2 ? 8 : ndim == 2 ? 14 : 60))];
    }

    /// <summary>A distribution of a shape: straight, or what slices, selections and sums of others leave.</summary>
    public Distribution Of(long[] shape, bool structured = false)
    {
        Distribution made = _random.Next(4) switch
        {
            0 => Selected(shape, structured),
            1 => Collapsed(shape, structured),
            2 => Permuted(shape, structured),
            _ => Plain(shape, structured),
        };
        Assert.That(made.Shape.ToArray(), Is.EqualTo(shape));
        return made;
    }

    private Distribution Plain(long[] shape, bool structured)
    {
        if (shape.Length == 0 || _random.Next(8) == 0)
            return new Distribution(communicator, Array.ConvertAll(shape, DimMap (extent) => new ReplicatedMap(extent)), new ProcessGrid([.. shape.Select(_ => 1)]));
        int[] parts = Grid(shape.Length);
        int[] stride = new int[parts.Length];
        for (int axis = parts.Length - 1, size = 1; axis >= 0; size *= parts[axis--]) stride[axis] = size;
        return new Distribution(communicator, [.. shape.Select((extent, axis) => Map(extent, parts[axis], stride[axis], structured))], new ProcessGrid(parts));
    }

    // One index of a longer shape: ranks without it own nothing.
    private Distribution Selected(long[] shape, bool structured)
    {
        int axis = _random.Next(shape.Length + 1);
        long[] longer = [.. shape[..axis], _random.Next(1, 9), .. shape[axis..]];
        Distribution whole = Plain(longer, structured);
        if (whole.DimMaps[axis].KnowsOwnPartOnly) return Plain(shape, structured);
        return whole.Select(axis, whole.DimMaps[axis].Owner(_random.Next((int)longer[axis])));
    }

    // What a sum along an axis has: ranks along it hold the same.
    private Distribution Collapsed(long[] shape, bool structured)
    {
        int axis = _random.Next(shape.Length + 1);
        return Plain([.. shape[..axis], 5, .. shape[axis..]], structured).Collapse(axis);
    }

    private Distribution Permuted(long[] shape, bool structured)
    {
        int[] axes = [.. Enumerable.Range(0, shape.Length)];
        _random.Shuffle(axes);
        var before = new long[shape.Length];
        for (int axis = 0; axis < axes.Length; axis++) before[axes[axis]] = shape[axis];
        return Plain(before, structured).Permute(axes);
    }

    private int[] Grid(int ndim)
    {
        bool[] distributed = [.. Enumerable.Range(0, ndim).Select(_ => _random.Next(3) > 0)];
        if (!distributed.Contains(true)) distributed[_random.Next(ndim)] = true;
        int[][] all = [.. ProcessGrid.Factorizations(communicator.Size, distributed)];
        return all[_random.Next(all.Length)];
    }

    private DimMap Map(long extent, int parts, int stride, bool structured)
    {
        if (parts == 1 && _random.Next(2) == 0) return new ReplicatedMap(extent);
        switch (_random.Next(structured ? 7 : 9))
        {
            case 0: return new BlockMap(extent, parts);
            case 1: return BlockMap.Balanced(extent, parts);
            case 2: return BlockMap.FromBounds(Bounds(extent, parts));
            case 3: return new CyclicMap(extent, parts);
            case 4: return new BlockCyclicMap(extent, parts, _random.Next(1, 5));
            case 5: return Slice(extent, size => BlockMap.FromBounds(Bounds(size, parts)));
            case 6: return Slice(extent, size => new BlockCyclicMap(size, parts, _random.Next(1, 4)));
            case 7: return Slice(extent, size => Unstructured(size, parts, stride));
            default: return Unstructured(extent, parts, stride);
        }
    }

    private DimMap Slice(long extent, Func<long, DimMap> source)
    {
        int step = _random.Next(1, 4), before = _random.Next(4), after = _random.Next(4);
        bool down = _random.Next(2) == 0;
        long reach = Math.Max(0, (extent - 1) * step) + 1;
        return SlicedMap.Create(source(before + reach + after), down ? before + reach - 1 : before, down ? -step : step, extent);
    }

    private long[] Bounds(long extent, int parts) => [0, .. Enumerable.Range(0, parts - 1).Select(_ => _random.NextInt64(extent + 1)).Order(), extent];

    private UnstructuredMap Unstructured(long extent, int parts, int stride)
    {
        long[] indices = [.. Enumerable.Range(0, (int)extent)];
        _random.Shuffle(indices);
        long[] bounds = Bounds(extent, parts);
        int rank = communicator.Rank, part = rank / stride % parts;
        ICommunicator axis = communicator.Split((rank / (stride * parts) * stride) + (rank % stride), part)!;
        return UnstructuredMap.Create(axis, extent, indices.AsSpan((int)bounds[part]..(int)bounds[part + 1]));
    }
}
