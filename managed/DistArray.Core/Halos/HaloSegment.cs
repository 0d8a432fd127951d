namespace DistArray;

/// <summary>A run of stored indices along an axis and whose owned indices it shows.</summary>
/// <param name="Position">First stored index, ghosts counted.</param>
/// <param name="Count">Number of indices.</param>
/// <param name="Part">The part that owns what it shows.</param>
/// <param name="Source">Local index there, without ghosts, of the first.</param>
/// <param name="Step">From one source to the next: 1, -1 where mirrored, 0 where one index is repeated.</param>
/// <param name="IsGhost">Whether the indices are ghosts.</param>
internal readonly record struct HaloSegment(int Position, int Count, int Part, int Source, int Step, bool IsGhost);
