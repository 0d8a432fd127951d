namespace DistArray;

public sealed partial class DistArray<T>
{
    private const int DefaultPrecision = 8;
    private const int DefaultThreshold = 1000;

    /// <summary>This rank's part as NumPy prints an array, under a line that says what of the whole it is.</summary>
    /// <remarks>Local. <see cref="Format"/> prints the whole array.</remarks>
    public override string ToString()
    {
        string where = Distribution.Communicator is { Size: 1 } ? "" : $", rank {Distribution.Communicator.Rank} has {LocalIndices()}";
        string head = $"DistArray<{typeof(T).Name}> {Distribution}{where}";
        if (_disposed) return head + ", disposed";
        LocalView<T> view = LocalView;
        var shown = new ShownPart(Array.ConvertAll(LocalShape.ToArray(), extent => (long)extent), DefaultThreshold);
        var values = new T[shown.Count];
        var position = new int[NDim];
        for (int i = 0; i < values.Length; i++)
        {
            shown.Unravel(i, position);
            for (int axis = 0; axis < NDim; axis++) position[axis] = (int)shown.Indices[axis][position[axis]];
            values[i] = view[position];
        }
        return $"{head}:\n{ArrayText.Format(values, shown, DefaultPrecision)}";
    }

    /// <summary>The whole array as NumPy prints it.</summary>
    /// <param name="precision">Most digits after the point.</param>
    /// <param name="threshold">Number of elements above which the middle of long axes is left out.</param>
    /// <returns>The text, the same on every rank.</returns>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks><b>Collective.</b> Gathers the elements that are printed, and broadcasts the text. As numpy.array2string.</remarks>
    public string Format(int precision = DefaultPrecision, int threshold = DefaultThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ICommunicator comm = Distribution.Communicator;
        var shown = new ShownPart(Shape, threshold);
        var (places, mine) = OwnedOf(shown);
        if (Distribution.IsReplicated) return ArrayText.Format(mine, shown, precision);
        long[]? counts = comm.Gather(mine.LongLength, 0);
        long total = counts?.Sum() ?? 0;
        var allPlaces = new int[total];
        var allValues = new T[total];
        comm.Gather<int>(places, allPlaces, counts, 0);
        comm.Gather<T>(mine, allValues, counts, 0);
        Array.Sort(allPlaces, allValues);
        return comm.Broadcast(counts is null ? null : ArrayText.Format(allValues, shown, precision), 0)!;
    }

    // The elements shown that this rank owns, with their numbers in row-major order.
    private (int[] Places, T[] Values) OwnedOf(ShownPart shown)
    {
        LocalView<T> view = LocalView;
        var places = new List<int>();
        var values = new List<T>();
        var position = new int[NDim];
        var global = new long[NDim];
        var local = new int[NDim];
        int count = shown.Count;
        for (int i = 0; i < count; i++)
        {
            shown.Unravel(i, position);
            for (int axis = 0; axis < NDim; axis++) global[axis] = shown.Indices[axis][position[axis]];
            if (!(Distribution.IsPrimary || Distribution.IsReplicated) || !Distribution.GlobalToLocal(global, local)) continue;
            places.Add(i);
            values.Add(view[local]);
        }
        return ([.. places], [.. values]);
    }

    private string LocalIndices()
    {
        var texts = new string[NDim];
        for (int axis = 0; axis < NDim; axis++)
        {
            DimMap map = Distribution.DimMaps[axis];
            bool isRange = map is BlockMap or ReplicatedMap;
            texts[axis] = isRange ? LocalRange(axis).ToString() : $"{LocalShape[axis]} of {map}";
        }
        return $"[{string.Join(", ", texts)}]";
    }
}
