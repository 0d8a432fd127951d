using DistArray.IO;

namespace DistArray.Cli.Showing;

/// <summary>What is shown of a file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Format">What it is.</param>
/// <param name="Bytes">Its size; that of all files of a set.</param>
/// <param name="Items">What is in it.</param>
internal sealed record ShownFile(string Path, string Format, long Bytes, IReadOnlyList<ShownItem> Items)
{
    /// <summary>More of its form: "little-endian, 4-byte markers".</summary>
    public string? Form { get; init; }

    /// <summary>Where a checkpoint comes from.</summary>
    public CheckpointProvenance? Checkpoint { get; init; }

    /// <summary>Step of a checkpoint.</summary>
    public long? Step { get; init; }

    /// <summary>Records of a series.</summary>
    public IReadOnlyList<ShownRecord>? Series { get; init; }
}

/// <summary>A record of a series.</summary>
internal sealed record ShownRecord(long Step, double Time);
