namespace DistArray;

/// <summary>Elements of an array by their place in row-major order.</summary>
internal static unsafe class FlatElements
{
    /// <summary>A new array of the shape of the places. <b>Collective.</b></summary>
    public static DistArray<T> Take<T>(string operation, DistArray<T> array, DistArray<long> places, IndexMode mode) where T : unmanaged
    {
        if (array.NDim == 1) return new IndexedPart<T>(operation, array, [0], [places], 0, mode).Get();
        IndexNumbers.CheckLiteral(operation, places, [array.Size], 0, mode);
        Distribution layout = Layout(array.Distribution, places);
        long[] list = Local(operation, places, layout, array.Size, mode);
        DistArray<T> result = DistArray<T>.Allocate(layout, MemoryOrder.RowMajor, zero: false);
        Span<T> elements = layout.LocalSize == 0 ? [] : result.LocalSpan;
        ElementGather.Fetch(array.IsWholeHere ? array.AsLiteral() : array, list, elements, operation);
        GC.KeepAlive(result);
        return result;
    }

    /// <summary>Writes values, which are gone over again and again; of several for one place the last stays. <b>Collective.</b></summary>
    public static void Put<T>(string operation, DistArray<T> array, DistArray<long> places, DistArray<T> values, IndexMode mode) where T : unmanaged
    {
        IndexNumbers.CheckLiteral(operation, places, [array.Size], 0, mode);
        if (array.Distribution.IsLiteral && !places.Distribution.IsLiteral) places = DistArray<long>.Literal(places.ToArray(), places.Shape);
        Distribution layout = Layout(array.Distribution, places);
        long[] list = Local(operation, places, layout, array.Size, mode);
        if (values.Size == 0) return;
        bool isEverywhere = array.IsWholeHere && layout.IsReplicated, sends = isEverywhere || layout.IsPrimary;
        if (!sends || layout.LocalSize == 0) list = [];
        long[] order = list.Length == 0 ? [] : AxisTables.Sums(AxisTables.Places(layout));
        var elements = new T[list.Length];
        DistArray<T> row = values.IsWholeHere ? values.AsLiteral() : values;
        ElementGather.Fetch(row, Array.ConvertAll(order, number => number % row.Size), elements, operation);
        ElementGather.Store(isEverywhere ? array.AsLiteral() : array, list, elements, order, operation);
    }

    // Where the places are, or by blocks over the ranks of the array; everywhere where both are.
    private static Distribution Layout(Distribution array, DistArray<long> places)
    {
        if (!places.Distribution.IsLiteral && !places.Distribution.IsReplicated) return places.Distribution.WithoutHalo();
        if (array.IsReplicated && !Redistribution.HasUnstructured(array))
        {
            if (!array.IsLiteral) return ResultDistribution.Replicated(array.Communicator, places.Shape);
            return places.Distribution.IsLiteral ? Distribution.Literal(places.Shape) : ResultDistribution.Replicated(places.Distribution.Communicator, places.Shape);
        }
        return new Distribution(array.Communicator, places.Shape);
    }

    private static long[] Local(string operation, DistArray<long> places, Distribution layout, long size, IndexMode mode)
    {
        using DistArray<long> spread = DistArray<long>.Allocate(layout, MemoryOrder.RowMajor, zero: false);
        spread.Assign(places);
        long[] list = spread.LocalToArray();
        Exception? problem = IndexNumbers.Normalize(operation, list, [size], 0, mode);
        if (!places.Distribution.IsLiteral) layout.Communicator.ThrowIfAny(problem);
        return list;
    }
}
