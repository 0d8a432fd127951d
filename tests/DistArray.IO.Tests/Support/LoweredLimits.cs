namespace DistArray.IO.Tests;

/// <summary>Lowers the limits of a transfer, so that small arrays take many rounds.</summary>
internal sealed class LoweredLimits : IDisposable
{
    private readonly long _round = TransferLimits.BytesOfRound, _staging = TransferLimits.BytesOfStaging, _pieces = TransferLimits.PiecesOfRound, _slab = TransferLimits.BytesOfSlab;

    public LoweredLimits(long round, long staging, long pieces = 3) =>
        (TransferLimits.BytesOfRound, TransferLimits.BytesOfStaging, TransferLimits.PiecesOfRound, TransferLimits.BytesOfSlab) = (round, staging, pieces, staging);

    public void Dispose() =>
        (TransferLimits.BytesOfRound, TransferLimits.BytesOfStaging, TransferLimits.PiecesOfRound, TransferLimits.BytesOfSlab) = (_round, _staging, _pieces, _slab);
}
