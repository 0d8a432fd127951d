namespace DistArray.Interactive.Protocol;

/// <summary>One request to an engine; which members count depends on the kind.</summary>
internal sealed record EngineRequest(RequestKind Kind)
{
    /// <summary>Counts the requests; see <see cref="OutputMark"/>.</summary>
    public int Number { get; init; }

    /// <summary>Name of the type that holds the entry point of a line.</summary>
    public string EntryType { get; init; } = "";

    public string EntryMethod { get; init; } = "";

    /// <summary>How many of the bytes are the image; the others are its symbols.</summary>
    public int ImageLength { get; init; }

    public ResultUse Use { get; init; }

    /// <summary>Assemblies that a line or call needs beyond those of the engine's program.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public MethodCall? Call { get; init; }

    /// <summary>Number of collective calls up to which the rank has to go on.</summary>
    public long Position { get; init; }
}
