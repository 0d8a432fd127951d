namespace DistArray.IO;

/// <summary>A piece of a checkpoint, as its header lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Type">NumPy's name of the element type; empty for a text.</param>
/// <param name="Shape">Global shape; empty for a single value.</param>
/// <param name="Checksum">Its <see cref="IO.Checksum"/>.</param>
internal sealed record CheckpointEntry(string Name, CheckpointEntryKind Kind, string Type, long[] Shape, ulong Checksum)
{
    /// <summary>What it is, for messages.</summary>
    public string Description => Kind switch
    {
        CheckpointEntryKind.Array => $"an array of {Type} of shape ({string.Join(", ", Shape)})",
        CheckpointEntryKind.Values => $"{Shape[0]} numbers of {Type}",
        CheckpointEntryKind.Value => $"a value of {Type}",
        CheckpointEntryKind.Text => "a text",
        _ => "a random generator",
    };
}
