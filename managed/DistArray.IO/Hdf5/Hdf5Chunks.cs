namespace DistArray.IO;

/// <summary>Extents of the chunks of a dataset.</summary>
internal static class Hdf5Chunks
{
    private const long BytesOfChunk = 1 << 20, MostBytesOfChunk = uint.MaxValue;

    /// <summary>The extents that the options ask for, or null where the dataset needs none.</summary>
    /// <param name="options">The options.</param>
    /// <param name="shape">Shape of the array.</param>
    /// <param name="elementSize">Bytes of an element.</param>
    /// <exception cref="ArgumentException">The options do not fit the shape, or each other.</exception>
    public static long[]? Choose(Hdf5DatasetOptions options, ReadOnlySpan<long> shape, int elementSize)
    {
        if (options.Gzip is < 0 or > 9)
            throw new ArgumentException($"Gzip has levels from 0 to 9, and {options.Gzip} was given.", nameof(options));
        bool isWanted = options.Chunks is not null || options.Shuffle || options.Gzip is not null || options.IsExtendable;
        if (!isWanted)
            return null;
        if (shape.Length == 0)
            throw new ArgumentException("A single value has no axes, so it can be neither chunked, nor compressed, nor extended. Write it with the default options.", nameof(options));
        if (shape.Contains(0) && !options.IsExtendable)
            return null;
        return options.Chunks is { } given ? Given(given, options, shape, elementSize) : Guess(options, shape, elementSize);
    }

    private static long[] Given(IReadOnlyList<long> given, Hdf5DatasetOptions options, ReadOnlySpan<long> shape, int elementSize)
    {
        if (given.Count != shape.Length || given.Any(extent => extent < 1))
            throw new ArgumentException($"Chunks ({string.Join(", ", given)}) do not fit an array of {shape.Length} axes. Give one extent an axis, at least 1.", nameof(options));
        long[] chunk = [.. given];
        double bytes = elementSize;
        for (int axis = 0; axis < chunk.Length; axis++)
        {
            if (axis > 0 || !options.IsExtendable)
                chunk[axis] = Math.Max(Math.Min(chunk[axis], shape[axis]), 1);
            bytes *= chunk[axis];
        }
        return bytes <= MostBytesOfChunk ? chunk : throw new ArgumentException($"Chunks ({string.Join(", ", given)}) have {bytes} bytes, and HDF5 has a limit of {MostBytesOfChunk}. Give smaller ones.", nameof(options));
    }

    private static long[] Guess(Hdf5DatasetOptions options, ReadOnlySpan<long> shape, int elementSize)
    {
        long[] chunk = Array.ConvertAll(shape.ToArray(), extent => Math.Max(extent, 1));
        if (options.IsExtendable && chunk.Length > 1)
            chunk[0] = 1;
        else if (options.IsExtendable)
            chunk[0] = Math.Max(BytesOfChunk / 16 / elementSize, 1);
        while (chunk.Aggregate((double)elementSize, (bytes, extent) => bytes * extent) > BytesOfChunk)
        {
            int longest = Array.IndexOf(chunk, chunk.Max());
            chunk[longest] = (chunk[longest] + 1) / 2;
        }
        return chunk;
    }
}
