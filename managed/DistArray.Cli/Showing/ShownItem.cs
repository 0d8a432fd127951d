namespace DistArray.Cli.Showing;

/// <summary>Something in a file.</summary>
internal sealed record ShownItem(string Path, string Kind)
{
    /// <summary>Type of the elements, in words.</summary>
    public string? Type { get; init; }

    /// <summary>Shape of an array; null where a dataset has no elements at all.</summary>
    public IReadOnlyList<long>? Shape { get; init; }

    /// <summary>"column-major" where it is.</summary>
    public string? Order { get; init; }

    /// <summary>Extents of a chunk.</summary>
    public IReadOnlyList<long>? Chunks { get; init; }

    /// <summary>What chunks go through.</summary>
    public IReadOnlyList<string>? Filters { get; init; }

    /// <summary>How the array was distributed when it was written, as the file notes.</summary>
    public string? Distribution { get; init; }

    /// <summary>Where a link leads.</summary>
    public string? Target { get; init; }

    /// <summary>Bytes, of a record or in the file.</summary>
    public long? Bytes { get; init; }

    /// <summary>Small named values.</summary>
    public IReadOnlyDictionary<string, object>? Attributes { get; init; }

    /// <summary>What its values are like.</summary>
    public Statistics? Statistics { get; init; }

    /// <summary>Its first values.</summary>
    public ShownValues? Values { get; init; }
}
