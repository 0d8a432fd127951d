namespace DistArray.IO;

/// <summary>A name in a group and what it stands for.</summary>
/// <param name="Name">The name, without the group's path.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Link">How it leads there.</param>
/// <param name="Target">Where a soft link leads, or an external one as "file:path"; null for a hard link.</param>
/// <param name="Dataset">The dataset, with its shape and type, or null where it is none.</param>
public sealed record Hdf5Entry(string Name, Hdf5ObjectKind Kind, Hdf5LinkKind Link, string? Target, Hdf5Dataset? Dataset)
{
    /// <summary>The other file of an external link, seen from the folder of this one; null for other links.</summary>
    public string? TargetFile { get; init; }

    /// <summary>Path of the group around it that a hard link leads back to: who goes on from there goes in circles. Null where it does not.</summary>
    public string? Above { get; init; }

    /// <summary>Such as "u: dataset (7, 10) float64", "here -> /fields/u: dataset (7, 10) float64", "old -> b.h5:/u: nothing".</summary>
    public override string ToString() => $"{Name}{(Target is null ? "" : $" -> {Target}")}: {Kind.ToString().ToLowerInvariant()}"
        + (Dataset is null ? "" : $" ({string.Join(", ", Dataset.Shape)}) {Dataset.TypeName}");
}
