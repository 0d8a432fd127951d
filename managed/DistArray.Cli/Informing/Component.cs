namespace DistArray.Cli.Informing;

/// <summary>Something that the library needs, or can use.</summary>
/// <param name="Name">What it is.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Version">Its version; empty where it is missing.</param>
internal sealed record Component(string Name, ComponentState State, string Version)
{
    /// <summary>Where it lies.</summary>
    public string? Path { get; init; }

    /// <summary>What is the matter with it.</summary>
    public string? Problem { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Advice { get; init; }

    /// <summary>What the same program says of itself besides.</summary>
    public string? Details { get; init; }
}

/// <summary>Whether something is there.</summary>
internal enum ComponentState
{
    /// <summary>It is there and works.</summary>
    Good,

    /// <summary>It is not there, and not all needs it.</summary>
    Missing,

    /// <summary>It does not work, or does not fit, and programs will fail.</summary>
    Broken,
}
