namespace DistArray.IO;

/// <summary>The part of a dataset that indices describe, and how the axes of an array lie on it.</summary>
internal sealed class Hdf5Selection
{
    private readonly Axis[] _axes;
    private readonly long[] _stored;

    private readonly MemoryOrder _order;

    private Hdf5Selection(long[] stored, Axis[] axes, long[] shape, MemoryOrder order)
    {
        _stored = stored;
        _axes = axes;
        Shape = shape;
        _order = order;
    }

    /// <summary>Shape of the part, as an array has it: axes with a single index are gone.</summary>
    public long[] Shape { get; }

    /// <summary>The part of a dataset.</summary>
    /// <param name="indices">Indices and slices of the axes of the array; those that are missing are whole.</param>
    /// <param name="shape">The dataset's shape, as an array has it.</param>
    /// <param name="order">Column-major where the file has the axes of the array in reverse.</param>
    /// <exception cref="ArgumentException">The indices do not fit, or are arrays.</exception>
    public static Hdf5Selection Of(ReadOnlySpan<AxisIndex> indices, long[] shape, MemoryOrder order)
    {
        AxisIndex[] complete = BasicIndexing.Complete(indices, shape);
        if (complete.Any(index => index.Kind is AxisIndexKind.NewAxis or AxisIndexKind.Array))
            throw new ArgumentException($"The indices {TextOf(indices)} hold an array or a new axis. Use indices, ranges and slices for files, and the rest on the array that was read.", nameof(indices));
        BasicIndexing.Check(complete, shape);
        var axes = new Axis[shape.Length];
        var kept = new List<long>();
        for (int axis = 0; axis < axes.Length; axis++)
        {
            AxisIndex index = complete[axis];
            (long start, long step, long count) = index.Kind == AxisIndexKind.Slice
                ? index.Slice.On(shape[axis])
                : (index.Index < 0 ? index.Index + shape[axis] : index.Index, 1, 1);
            bool isKept = index.Kind == AxisIndexKind.Slice;
            axes[order == MemoryOrder.RowMajor ? axis : axes.Length - 1 - axis] = new Axis(start, step, isKept ? kept.Count : -1);
            if (isKept)
                kept.Add(count);
        }
        return new Hdf5Selection(order == MemoryOrder.RowMajor ? shape : [.. shape.Reverse()], axes, [.. kept], order);
    }

    /// <summary>The indices as a text, the same on every rank that gives the same.</summary>
    public static string TextOf(ReadOnlySpan<AxisIndex> indices) => string.Join(", ", indices.ToArray().Select(index => index.Kind switch
    {
        AxisIndexKind.Slice => index.Slice.ToString(),
        AxisIndexKind.Index => index.Index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => index.Kind.ToString(),
    }));

    /// <summary>Where an array of <see cref="Shape"/> lies in the file.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="array">The array.</param>
    /// <param name="forReading">Whether every rank that has a copy gets it; for writing the first stands for all.</param>
    public FilePlace<T> Place<T>(DistArray<T> array, bool forReading) where T : unmanaged => new(_order, () => PartOf(array, source => source, new long[Shape.Length], forReading),
        (slab, first) => PartOf(slab, source => _order == MemoryOrder.RowMajor ? source : Shape.Length - 1 - source, first, forReading: true));

    // Of an array with its axes in some order, which begins at an index of the part.
    private unsafe LocalPart<T> PartOf<T>(DistArray<T> array, Func<int, int> axisOf, long[] first, bool forReading) where T : unmanaged
    {
        Distribution distribution = array.Distribution;
        LocalView<T> view = array.LocalView;
        var runs = new IndexRun[_axes.Length][];
        var strides = new long[_axes.Length];
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            (long start, long step, int source) = _axes[axis];
            if (!distribution.IsMember)
            {
                runs[axis] = [];
            }
            else if (source < 0)
            {
                runs[axis] = [new IndexRun(start, 0, 1)];
            }
            else
            {
                int own = axisOf(source);
                runs[axis] = Places(distribution.DimMaps[own].Runs(distribution.GridCoordinates[own]), start + (first[own] * step), step);
                strides[axis] = view.Strides[own];
            }
        }
        return new LocalPart<T>(_stored, runs, view.Pointer, strides, !distribution.IsMember || (!distribution.IsPrimary && !forReading), !distribution.IsPrimary);
    }

    private static IndexRun[] Places(IEnumerable<IndexRun> runs, long start, long step)
    {
        IEnumerable<IndexRun> places = step == 1
            ? runs.Select(run => run with { GlobalStart = start + run.GlobalStart })
            : runs.SelectMany(run => Enumerable.Range(0, run.Count).Select(i => new IndexRun(start + ((run.GlobalStart + i) * step), run.LocalStart + i, 1)));
        return [.. places.OrderBy(place => place.GlobalStart)];
    }

    /// <summary>An axis of the file.</summary>
    /// <param name="Start">First index.</param>
    /// <param name="Step">From one to the next.</param>
    /// <param name="Source">The axis of the array, or -1 for a single index.</param>
    private readonly record struct Axis(long Start, long Step, int Source);
}
