namespace DistArray.Interactive;

/// <summary>Engines did not do what they were asked for. The message tells it for all ranks, equal ones once.</summary>
public sealed class EngineException : Exception
{
    internal EngineException(EngineFailure failure, string message, bool sessionEnded = false, IReadOnlyList<RankFailure>? failures = null, IReadOnlyList<RankResult>? results = null)
        : base(message)
    {
        Failure = failure;
        SessionEnded = sessionEnded;
        Failures = failures ?? [];
        Results = results ?? [];
    }

    /// <summary>What happened.</summary>
    public EngineFailure Failure { get; }

    /// <summary>Whether the ranks are gone with what lines had defined; <see cref="Engines.Restart"/> starts new ones.</summary>
    public bool SessionEnded { get; }

    /// <summary>The exceptions of the ranks that have thrown.</summary>
    public IReadOnlyList<RankFailure> Failures { get; }

    /// <summary>What the ranks had printed until then.</summary>
    public IReadOnlyList<RankResult> Results { get; }
}
