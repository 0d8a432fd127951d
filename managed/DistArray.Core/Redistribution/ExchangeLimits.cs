namespace DistArray;

/// <summary>How much memory an exchange may use on this rank, and how long its messages are.</summary>
/// <param name="Budget">Bytes of messages under way, both directions together; one message each way is always allowed.</param>
/// <param name="Piece">Bytes of a message at most; the same on every rank.</param>
internal readonly record struct ExchangeLimits(long Budget, long Piece)
{
    /// <summary>The multiple of the local block that messages under way may take.</summary>
    public const double DefaultMultiple = 1.25;

    private const long SmallestPiece = 64 << 10;
    private const long LargestPiece = 1 << 20;

    /// <summary>The limits of an exchange.</summary>
    /// <param name="total">Bytes of the whole array, the same on every rank.</param>
    /// <param name="ranks">Number of ranks.</param>
    /// <param name="local">Bytes of this rank's block.</param>
    /// <param name="multiple">How many times the block may be under way.</param>
    public static ExchangeLimits Of(long total, int ranks, long local, double multiple = DefaultMultiple)
    {
        long piece = Math.Clamp(total / ranks / 8 / 64 * 64, SmallestPiece, LargestPiece);
        return new ExchangeLimits((long)(local * multiple), piece);
    }
}
