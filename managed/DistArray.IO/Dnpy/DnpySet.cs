namespace DistArray.IO;

/// <summary>The files of a set, checked to hold every element of an array once.</summary>
internal static class DnpySet
{
    /// <summary>The most files that a set may say it has.</summary>
    public const long MostPieces = 1 << 20;

    /// <summary>Returns where the files are one array of this type and shape.</summary>
    /// <param name="pieces">All files.</param>
    /// <param name="wanted">Element type.</param>
    /// <param name="shape">Global shape.</param>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public static void Expect(DnpyPiece[] pieces, ElementType wanted, ReadOnlySpan<long> shape)
    {
        DnpyPiece first = pieces[0];
        foreach (DnpyPiece piece in pieces)
        {
            long[] global = Array.ConvertAll(piece.Axes, axis => axis.Size), before = Array.ConvertAll(first.Axes, axis => axis.Size);
            if (!global.AsSpan().SequenceEqual(before))
                throw Apart(piece, $"is of an array of shape {NpyHeader.ShapeText(global)}, and {first.Path} of one of {NpyHeader.ShapeText(before)}");
            if (!NpyTypes.Fits(piece.Header.ElementType, first.Header.ElementType))
                throw Apart(piece, $"holds {ElementTypes.NameOf(piece.Header.ElementType)}, and {first.Path} {ElementTypes.NameOf(first.Header.ElementType)}");
            if (piece.Pieces != pieces.Length)
                throw Apart(piece, $"is one of {piece.Pieces} files, and {first.Path} one of {pieces.Length}");
        }
        if (!NpyTypes.Fits(first.Header.ElementType, wanted))
            throw new InvalidDataException($"{first.Path} holds {ElementTypes.NameOf(first.Header.ElementType)}, and {ElementTypes.NameOf(wanted)} was asked for. Read it as what it holds and convert it.");
        long[] has = Array.ConvertAll(first.Axes, axis => axis.Size);
        if (!shape.SequenceEqual(has))
            throw new InvalidDataException($"{first.Path} is of an array of shape {NpyHeader.ShapeText(has)}, and {NpyHeader.ShapeText(shape)} was asked for.");
        ExpectPlaces(pieces);
        for (int axis = 0; axis < shape.Length; axis++)
            ExpectWhole(axis, Line(pieces, axis));
    }

    /// <summary>The file of each part along an axis.</summary>
    public static DnpyPiece[] Line(DnpyPiece[] pieces, int axis)
    {
        var line = new DnpyPiece[pieces[0].Axes[axis].Parts];
        foreach (DnpyPiece piece in pieces)
            line[piece.Axes[axis].Part] ??= piece;
        return line;
    }

    // Each place of the grid has one file, and files of one part agree on what it owns.
    private static void ExpectPlaces(DnpyPiece[] pieces)
    {
        DnpyAxis[] first = pieces[0].Axes;
        var places = new Dictionary<long, DnpyPiece>();
        foreach (DnpyPiece piece in pieces)
        {
            long place = 0;
            for (int axis = 0; axis < first.Length; axis++)
            {
                DnpyAxis mine = piece.Axes[axis];
                if ((mine.Code, mine.Parts, mine.BlockSize) != (first[axis].Code, first[axis].Parts, first[axis].BlockSize))
                    throw Apart(piece, $"is distributed otherwise along axis {axis} than {pieces[0].Path}");
                place = (place * mine.Parts) + mine.Part;
            }
            if (!places.TryAdd(place, piece))
                throw Apart(piece, $"has the same place in the process grid as {places[place].Path}, so that they overlap and there is a hole elsewhere");
        }
        for (int axis = 0; axis < first.Length; axis++)
        {
            DnpyPiece[] line = Line(pieces, axis);
            foreach (DnpyPiece piece in pieces)
            {
                DnpyPiece other = line[piece.Axes[axis].Part];
                if (!piece.Axes[axis].OwnsTheSame(other.Axes[axis]))
                    throw Apart(piece, $"owns other indices along axis {axis} than {other.Path}, though it has the same part of it");
            }
        }
    }

    private static void ExpectWhole(int axis, DnpyPiece[] line)
    {
        DnpyAxis first = line[0].Axes[axis];
        if (first.Code == 'b')
        {
            long end = 0;
            foreach (DnpyPiece piece in line)
            {
                DnpyAxis block = piece.Axes[axis];
                if (block.Start != end || block.Stop < block.Start)
                    throw Apart(piece, $"owns indices {block.Start} to {block.Stop} of axis {axis}, and those before it end at {end}: {(block.Start < end ? "they overlap" : "there is a hole")}");
                end = block.Stop;
            }
            if (end != first.Size)
                throw Apart(line[^1], $"ends at index {end} of axis {axis}, which has {first.Size}: there is a hole");
        }
        else if (first.Code == 'u')
        {
            long count = line.Sum(piece => (long)piece.Axes[axis].Indices.Length);
            var seen = new HashSet<long>();
            foreach (DnpyPiece piece in line)
            {
                foreach (long index in piece.Axes[axis].Indices)
                {
                    if (!seen.Add(index))
                        throw Apart(piece, $"owns index {index} of axis {axis}, which another file owns too: they overlap");
                }
            }
            if (count != first.Size)
                throw Apart(line[0], $"and the others own {count} of {first.Size} indices of axis {axis}: there is a hole");
        }
    }

    private static InvalidDataException Apart(DnpyPiece piece, string problem) => new($"The files of a .dnpy set do not fit together: {piece.Path} {problem}. Take files that were written together.");
}
