namespace DistArray.IO;

/// <summary>An array in a checkpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">Type of its elements.</param>
/// <param name="Shape">Global shape.</param>
/// <param name="Checksum">Sum modulo 2^64 of a 64-bit mix of every element and its index: equal for equal arrays of one shape, whatever their distribution.</param>
public sealed record CheckpointArray(string Name, ElementType ElementType, IReadOnlyList<long> Shape, ulong Checksum);
