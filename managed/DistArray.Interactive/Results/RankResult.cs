namespace DistArray.Interactive;

/// <summary>What a line gave on one rank.</summary>
/// <param name="Rank">The rank.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Value">Its value as text, or null where it has none.</param>
/// <param name="ValueType">The value's type as C# writes it, or null.</param>
/// <param name="Array">What array the value is, or null.</param>
public sealed record RankResult(int Rank, string Output, string? Value, string? ValueType, ArrayDescription? Array);
