namespace DistArray;

public sealed partial class ProcessGrid
{
    /// <summary>Chooses a good grid for an array: no more parts on an axis than it has indices where that can be avoided, the largest block as small as
    /// possible, then the least surface between blocks.</summary>
    /// <param name="ranks">Number of ranks, all of which are placed.</param>
    /// <param name="shape">Shape of the array.</param>
    /// <param name="distributed">Which axes may be divided.</param>
    /// <returns>A grid of <paramref name="ranks"/> ranks; of one rank where no axis may be divided.</returns>
    /// <exception cref="ArgumentException">There is not one flag each an axis.</exception>
    /// <remarks>Where ranks do not divide well, some own nothing. Among equals the earlier axes get more parts.</remarks>
    public static ProcessGrid Choose(int ranks, ReadOnlySpan<long> shape, ReadOnlySpan<bool> distributed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ranks, 1);
        if (shape.Length != distributed.Length)
            throw new ArgumentException($"There are {distributed.Length} flags for {shape.Length} axes. Give one each an axis.", nameof(distributed));
        long[] extents = shape.ToArray();
        bool[] flags = distributed.ToArray();
        int[] best = new int[extents.Length];
        Array.Fill(best, 1);
        if (!flags.Contains(true)) return new ProcessGrid(best);
        (long Idle, double Largest, double Surface)? lowest = null;
        foreach (int[] candidate in Factorizations(ranks, flags))
        {
            var cost = Cost(candidate, extents);
            if (lowest is { } found && cost.CompareTo(found) >= 0) continue;
            lowest = cost;
            best = candidate;
        }
        return new ProcessGrid(best);
    }

    /// <summary>Every way to write a number as a product over the axes that may be divided; larger factors on earlier axes first.</summary>
    internal static IEnumerable<int[]> Factorizations(int ranks, bool[] distributed)
    {
        int last = Array.LastIndexOf(distributed, true);
        int[] divisors = [.. Enumerable.Range(1, (int)Math.Sqrt(ranks)).Where(d => ranks % d == 0).SelectMany(d => new[] { d, ranks / d }).Distinct().OrderDescending()];
        return From(0, ranks, []);

        IEnumerable<int[]> From(int axis, int left, int[] chosen)
        {
            if (axis == distributed.Length) return [chosen];
            if (!distributed[axis]) return From(axis + 1, left, [.. chosen, 1]);
            if (axis == last) return From(axis + 1, 1, [.. chosen, left]);
            return divisors.Where(d => left % d == 0).SelectMany(d => From(axis + 1, left / d, [.. chosen, d]));
        }
    }

    private static (long Idle, double Largest, double Surface) Cost(int[] parts, long[] shape)
    {
        long idle = 0;
        double volume = 1, surface = 0;
        for (int axis = 0; axis < parts.Length; axis++)
        {
            idle += Math.Max(0, parts[axis] - Math.Max(shape[axis], 1));
            volume *= Local(axis);
        }
        for (int axis = 0; axis < parts.Length; axis++)
            if (shape[axis] > 0) surface += Math.Min(2, parts[axis] - 1) * volume / Local(axis); // faces to neighbours
        return (idle, volume, surface);

        double Local(int axis) => Math.Max(1, (shape[axis] + parts[axis] - 1) / parts[axis]);
    }
}
