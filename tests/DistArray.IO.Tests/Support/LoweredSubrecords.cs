namespace DistArray.IO.Tests;

/// <summary>Lowers the length of a subrecord, so that small records have several.</summary>
internal sealed class LoweredSubrecords : IDisposable
{
    private readonly long _bytes = FortranLimits.BytesOfSubrecord;

    public LoweredSubrecords(long bytes) => FortranLimits.BytesOfSubrecord = bytes;

    public void Dispose() => FortranLimits.BytesOfSubrecord = _bytes;
}
