namespace DistArray.Interactive.Protocol;

/// <summary>An array as one rank sees it.</summary>
/// <param name="Type">Its type, qualified.</param>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Shape">Global shape.</param>
/// <param name="Distribution">Its distribution in words.</param>
/// <param name="Rank">The rank's number in the array's communicator.</param>
/// <param name="Size">Size of the array's communicator.</param>
internal sealed record ArrayValue(string Type, ElementType ElementType, IReadOnlyList<long> Shape, string Distribution, int Rank, int Size);
