using System.Text.Json.Serialization;

namespace DistArray.Cli.Layouts;

/// <summary>What a rank has of an array.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Place">Its place in the process grid.</param>
/// <param name="Runs">What it owns along each axis, as ranges in the order of its memory.</param>
/// <param name="Elements">Number of elements that it owns.</param>
/// <param name="Ghosts">Number of elements that it stores beside them.</param>
internal sealed record RankPart(int Rank, int[] Place, IndexRange[][] Runs, long Elements, long Ghosts)
{
    /// <summary>Whether it owns nothing.</summary>
    [JsonIgnore]
    public bool IsEmpty => Elements == 0;
}
