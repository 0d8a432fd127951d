namespace DistArray;

/// <summary>How much memory an exchange may use on this rank, and how long its messages are.</summary>
/// <param name="Budget">Bytes of messages under way, both directions together; one message each way is always allowed.</param>
/// <param name="Piece">Bytes of a message at most; the same on every rank.</param>
internal readonly record struct ExchangeLimits(long Budget, long Piece)
{
    // What a rank sends and gets of a small array is less than a piece, and may be twice its block.
    private const long SmallestPiece = 64 << 10;
    private const long LargestPiece = 256 << 10;
    private const long LargestBudget = 4 << 20; // more falls out of the caches

    /// <summary>The limits of an exchange.</summary>
    /// <param name="total">Bytes of the whole array, the same on every rank.</param>
    /// <param name="ranks">Number of ranks.</param>
    /// <param name="local">Bytes of this rank's block.</param>
    /// <param name="options">How the exchange is carried out.</param>
    public static ExchangeLimits Of(long total, int ranks, long local, ExchangeOptions options)
    {
        long piece = Math.Clamp(total / ranks / 8 / 64 * 64, SmallestPiece, LargestPiece);
        return new ExchangeLimits(Math.Min(LargestBudget, (long)(local * options.MemoryMultiple)), piece);
    }
}
