namespace DistArray.Interactive;

/// <summary>An array on the engines.</summary>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Shape">Global shape.</param>
/// <param name="Distribution">Its distribution in words.</param>
public sealed record ArrayDescription(ElementType ElementType, IReadOnlyList<long> Shape, string Distribution);
