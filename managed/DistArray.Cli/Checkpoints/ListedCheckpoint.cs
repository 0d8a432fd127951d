using System.Text.Json.Serialization;

namespace DistArray.Cli.Checkpoints;

/// <summary>A checkpoint in a list.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="IsComplete">Whether it can be loaded, as far as its structure and header tell.</param>
internal sealed record ListedCheckpoint(string Path, long Bytes, bool IsComplete)
{
    /// <summary>Step of the program, where it was saved into a folder.</summary>
    public long? Step { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Program that saved it.</summary>
    public string? Program { get; init; }

    /// <summary>On how many ranks.</summary>
    public int? Ranks { get; init; }

    /// <summary>How many arrays it holds.</summary>
    public int? Arrays { get; init; }

    /// <summary>Why it cannot be loaded.</summary>
    public string? Damage { get; init; }

    /// <summary>Whether it is another HDF5 file, no checkpoint.</summary>
    [JsonIgnore]
    public bool IsOther { get; init; }

    /// <summary>What is wrong with a checkpoint, in a line.</summary>
    public static string DamageOf(Exception e) => e.Message.Split("as a checkpoint: ", 2)[^1].Replace(". Load an older one.", "", StringComparison.Ordinal).Split('\n')[0];
}
