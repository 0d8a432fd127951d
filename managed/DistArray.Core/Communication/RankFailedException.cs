namespace DistArray;

/// <summary>A rank failed, and with it what the ranks did together.</summary>
public class RankFailedException : CommunicationException
{
    /// <summary>Makes the exception that every rank throws where one has failed.</summary>
    /// <param name="rank">The rank that failed, or the lowest of several.</param>
    /// <param name="message">What happened there.</param>
    /// <param name="innerException">The failure itself, where it happened in this rank or is known here.</param>
    public RankFailedException(int rank, string message, Exception? innerException = null) : base($"Rank {rank}: {message}", innerException!) =>
        Rank = rank;

    /// <summary>The rank that failed.</summary>
    public int Rank { get; }
}
