namespace DistArray;

/// <summary>Neighbouring indices of an axis that are neighbours on their part, too.</summary>
/// <param name="GlobalStart">First global index.</param>
/// <param name="LocalStart">Its local index.</param>
/// <param name="Count">Number of indices.</param>
public readonly record struct IndexRun(long GlobalStart, int LocalStart, int Count);
