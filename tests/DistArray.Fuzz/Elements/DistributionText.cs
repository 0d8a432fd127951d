using System.Globalization;

namespace DistArray.Fuzz.Elements;

/// <summary>Distributions as programs write them: one word an axis, such as "b(0,3,3,7) c(2) n u5".</summary>
/// <remarks>n: not divided; b: blocks; bb: balanced blocks; b(…): blocks with bounds; c, c(k): cyclic, in blocks of k; uS: unstructured, dealt out at random by the
/// seed S.</remarks>
internal static class DistributionText
{
    /// <summary>Makes the distribution. Collective where an axis is unstructured.</summary>
    public static Distribution Parse(ICommunicator communicator, long[] shape, string text, int[] grid, char memory = 'C')
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != shape.Length || grid.Length != shape.Length) throw new FormatException($"'{text}' and the grid ({string.Join(", ", grid)}) do not fit the shape ({string.Join(", ", shape)}).");
        var maps = new DimMap[shape.Length];
        for (int axis = 0; axis < maps.Length; axis++)
        {
            maps[axis] = words[axis][0] == 'u'
                ? Unstructured(communicator, shape[axis], grid, axis, int.Parse(words[axis].AsSpan(1), CultureInfo.InvariantCulture))
                : Map(words[axis], shape[axis], grid[axis]);
        }
        if (memory is not ('H' or 'W')) return new Distribution(communicator, maps, new ProcessGrid(grid));
        bool[] periodic = [.. maps.Select(_ => memory == 'W')];
        return new Distribution(communicator, maps, new ProcessGrid(grid), ArrayMemory.HaloWidths(maps, 1), ArrayMemory.HaloWidths(maps, 2), periodic);
    }

    private static DimMap Map(string word, long size, int parts)
    {
        int open = word.IndexOf('(');
        long[] numbers = open < 0 ? [] : [.. word[(open + 1)..^1].Split(',').Select(number => long.Parse(number, CultureInfo.InvariantCulture))];
        return (open < 0 ? word : word[..open], numbers) switch
        {
            ("n", _) => new ReplicatedMap(size),
            ("b", []) => new BlockMap(size, parts),
            ("b", _) => BlockMap.FromBounds(numbers),
            ("bb", _) => BlockMap.Balanced(size, parts),
            ("c", []) => new CyclicMap(size, parts),
            ("c", [long block]) => new BlockCyclicMap(size, parts, (int)block),
            _ => throw new FormatException($"'{word}' is no distribution of an axis."),
        };
    }

    // Every rank has the same permutation in hand, and keeps the indices that fall to it. Some parts get few or none.
    private static UnstructuredMap Unstructured(ICommunicator communicator, long size, int[] grid, int axis, int seed)
    {
        var random = new Random(seed);
        long[] indices = [.. Enumerable.Range(0, (int)size).Select(i => (long)i)];
        random.Shuffle(indices);
        int[] parts = [.. indices.Select(_ => (int)(Math.Pow(random.NextDouble(), 2) * grid[axis]))];
        int part, color;
        if (grid.All(extent => extent == 1)) (part, color) = (0, communicator.Rank);
        else
        {
            int below = grid[(axis + 1)..].Aggregate(1, (product, extent) => product * extent);
            part = communicator.Rank / below % grid[axis];
            color = communicator.Rank - (part * below);
        }
        ICommunicator line = communicator.Split(color, part)!; // lives as long as the map
        return UnstructuredMap.Create(line, size, [.. indices.Where((_, i) => parts[i] == part)]);
    }
}
