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
    private const int MostDrawn = 1_000_000;

    [JsonIgnore]
    public int NDim => Shape.Length;

    /// <summary>Elements of the rank that has most.</summary>
    public long Most => Ranks.Max(part => part.Elements);

    /// <summary>Elements of the rank that has least.</summary>
    public long Least => Ranks.Min(part => part.Elements);

    public double Mean => Ranks.Average(part => (double)part.Elements);

    /// <summary>The most over the mean: 1 is even; a step takes that much longer than it need.</summary>
    public double Imbalance => Mean == 0 ? 1 : Most / Mean;

    /// <summary>For each index of an axis the part of the process grid that owns it, for pictures.</summary>
    /// <exception cref="UsageException">There are more elements than a picture shows.</exception>
    public int[] PartsOf(int axis)
    {
        if (Shape[axis] > MostDrawn) throw new UsageException($"layout: a picture shows at most {MostDrawn} elements along an axis, and axis {axis} has {Shape[axis]}. Leave out -o, or draw a smaller shape.");
        var parts = new int[Shape[axis]];
        foreach (RankPart part in Ranks)
            foreach (IndexRange run in part.Runs[axis]) Array.Fill(parts, part.Place[axis], (int)run.Start, (int)run.Length);
        return parts;
    }

    /// <summary>The part of the process grid that owns an index of an axis.</summary>
    public int PartOf(int axis, long index) =>
        Ranks.First(part => part.Runs[axis].Any(run => index >= run.Start && index < run.Start + run.Length)).Place[axis];

    /// <summary>The rank at a place of the process grid.</summary>
    public int RankAt(ReadOnlySpan<int> place)
    {
        foreach (RankPart part in Ranks)
            if (place.SequenceEqual(part.Place)) return part.Rank;
        throw new InvalidOperationException($"There is no rank at ({string.Join(", ", place.ToArray())}).");
    }
}
