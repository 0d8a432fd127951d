namespace DistArray.IO.Tests;

/// <summary>Lowers the limits of a transfer, so that small arrays take many rounds.</summary>
internal sealed class LoweredLimits : IDisposable
{
    private readonly long _round = TransferLimits.BytesOfRound, _staging = TransferLimits.BytesOfStaging;

    public LoweredLimits(long round, long staging) => (TransferLimits.BytesOfRound, TransferLimits.BytesOfStaging) = (round, staging);

    public void Dispose() => (TransferLimits.BytesOfRound, TransferLimits.BytesOfStaging) = (_round, _staging);
}
