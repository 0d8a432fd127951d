namespace DistArray.IO;

/// <summary>What a checkpoint says of itself.</summary>
public sealed class CheckpointInfo
{
    internal CheckpointInfo(string path, CheckpointHeader header)
    {
        Path = path;
        FormatVersion = header.FormatVersion;
        Step = header.Step;
        Provenance = header.Provenance;
        Names = [.. header.Entries.Select(entry => entry.Name)];
        Arrays = [.. header.Entries.Where(entry => entry.Kind is CheckpointEntryKind.Array)
            .Select(entry => new CheckpointArray(entry.Name, ElementTypes.All.First(type => ElementTypes.NameOf(type) == entry.Type), entry.Shape, entry.Checksum))];
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Version of the format of checkpoints that it is written in.</summary>
    public int FormatVersion { get; }

    /// <summary>The program's step, where it was saved into a folder.</summary>
    public long? Step { get; }

    /// <summary>Program, time, ranks, parameters and libraries that it was saved with.</summary>
    public CheckpointProvenance Provenance { get; }

    /// <summary>Names of all that it holds, in the order in which it was saved.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The distributed arrays that it holds.</summary>
    public IReadOnlyList<CheckpointArray> Arrays { get; }
}
