namespace DistArray;

/// <summary>Which indices of an array are printed: all, or the first and last few of each axis where there are too many elements.</summary>
internal sealed class ShownPart
{
    public const int EdgeItems = 3;

    public ShownPart(ReadOnlySpan<long> shape, long threshold)
    {
        long size = 1;
        foreach (long extent in shape) size = checked(size * extent);
        Indices = new long[shape.Length][];
        Cut = new bool[shape.Length];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            long extent = shape[axis];
            Cut[axis] = size > threshold && extent > 2 * EdgeItems;
            int count = (int)(Cut[axis] ? 2 * EdgeItems : extent);
            Indices[axis] = new long[count];
            for (int i = 0; i < count; i++) Indices[axis][i] = Cut[axis] && i >= EdgeItems ? extent - count + i : i;
        }
    }

    /// <summary>The indices of each axis that are printed.</summary>
    public long[][] Indices { get; }

    /// <summary>Whether the middle of an axis is left out.</summary>
    public bool[] Cut { get; }

    public int Count => Indices.Aggregate(1, (count, axis) => checked(count * axis.Length));

    /// <summary>Positions in each axis' <see cref="Indices"/> of a number in row-major order.</summary>
    public void Unravel(int number, Span<int> position)
    {
        for (int axis = position.Length - 1; axis >= 0; axis--)
        {
            position[axis] = number % Indices[axis].Length;
            number /= Indices[axis].Length;
        }
    }
}
