namespace DistArray.IO;

/// <summary>The checkpoint of a folder that was loaded, and those that were skipped.</summary>
/// <param name="Info">What the checkpoint says of itself.</param>
/// <param name="Warnings">For each newer one that is damaged or cannot be read: which, and why. The same on every rank.</param>
public sealed record LoadedCheckpoint(CheckpointInfo Info, IReadOnlyList<string> Warnings);
