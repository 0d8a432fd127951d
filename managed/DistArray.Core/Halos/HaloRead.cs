namespace DistArray;

/// <summary>Ghosts that a pending array reads, and the update that brings them.</summary>
/// <param name="Update">The update, which may be under way.</param>
/// <param name="Axis">Axis along which they are read.</param>
/// <param name="Offset">How far: beyond the high side, or the low one where it is negative.</param>
internal sealed record HaloRead(HaloUpdate Update, int Axis, int Offset);
