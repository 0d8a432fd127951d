namespace DistArray.IO;

/// <summary>What a piece of a checkpoint is.</summary>
internal enum CheckpointEntryKind
{
    /// <summary>A distributed array: a dataset.</summary>
    Array,

    /// <summary>A row of numbers: a dataset.</summary>
    Values,

    /// <summary>A single value: an attribute.</summary>
    Value,

    /// <summary>A text: an attribute.</summary>
    Text,

    /// <summary>Seed and stream of a random generator: an attribute.</summary>
    Generator,
}
