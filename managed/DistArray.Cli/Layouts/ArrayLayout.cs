using System.Text.Json.Serialization;

namespace DistArray.Cli.Layouts;

/// <summary>Who owns what of an array: the library's own distribution, asked on every rank.</summary>
/// <param name="Shape">Shape of the array.</param>
/// <param name="Codes">Its distribution, as codes.</param>
/// <param name="Grid">Ranks along each axis.</param>
/// <param name="Halo">Halo width of each axis.</param>
/// <param name="Periodic">Whether each axis is periodic.</param>
/// <param name="IsReplicated">Whether every rank has all of it.</param>
/// <param name="Ranks">What each rank has.</param>
internal sealed record ArrayLayout(long[] Shape, string Codes, int[] Grid, int[] Halo, bool[] Periodic, bool IsReplicated, RankPart[] Ranks)
{
    [JsonIgnore]
    public int NDim => Shape.Length;

    /// <summary>Elements of the rank that has most.</summary>
    public long Most => Ranks.Max(part => part.Elements);

    /// <summary>Elements of the rank that has least.</summary>
    public long Least => Ranks.Min(part => part.Elements);

    public double Mean => Ranks.Average(part => (double)part.Elements);

    /// <summary>The most over the mean: 1 is even; a step takes that much longer than it need.</summary>
    public double Imbalance => Mean == 0 ? 1 : Most / Mean;

    /// <summary>For each index of an axis the part of the process grid that owns it.</summary>
    public int[] PartsOf(int axis)
    {
        var parts = new int[Shape[axis]];
        foreach (RankPart part in Ranks)
            foreach (IndexRange run in part.Runs[axis]) Array.Fill(parts, part.Place[axis], (int)run.Start, (int)run.Length);
        return parts;
    }

    /// <summary>The rank at a place of the process grid.</summary>
    public int RankAt(ReadOnlySpan<int> place)
    {
        foreach (RankPart part in Ranks)
            if (place.SequenceEqual(part.Place)) return part.Rank;
        throw new InvalidOperationException($"There is no rank at ({string.Join(", ", place.ToArray())}).");
    }
}
