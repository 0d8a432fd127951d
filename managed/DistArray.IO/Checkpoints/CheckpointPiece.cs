namespace DistArray.IO;

/// <summary>A piece of a checkpoint that was checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is: "an array of float64 of shape (64, 64)".</param>
/// <param name="Damage">What is wrong with it, or null where it is good.</param>
public sealed record CheckpointPiece(string Name, string Description, string? Damage);
