namespace DistArray.IO;

/// <summary>A rank's share in the checksum of bytes that lie on several ranks, whatever the distribution: the shares' exclusive or is the whole's.</summary>
internal sealed class Crc32Pieces
{
    private uint _state;
    private long _end;
    private long _distance = -1;
    private uint _factor;

    /// <summary>Adds a piece behind those that are there.</summary>
    /// <param name="offset">Where it lies in the whole.</param>
    /// <param name="bytes">The piece.</param>
    public void Add(long offset, ReadOnlySpan<byte> bytes)
    {
        MoveTo(offset + bytes.Length);
        _state ^= Crc32.Update(0, bytes);
    }

    /// <summary>The checksum of the whole.</summary>
    /// <param name="communicator">The ranks that have the pieces.</param>
    /// <param name="count">Bytes of the whole.</param>
    /// <remarks><b>Collective.</b></remarks>
    public uint Checksum(ICommunicator communicator, long count)
    {
        MoveTo(count);
        return Crc32.Checksum(communicator.Allreduce(_state, Operation<uint>.BitwiseXor), count);
    }

    // The distances of a distribution repeat.
    private void MoveTo(long end)
    {
        if (end - _end != _distance)
        {
            _distance = end - _end;
            _factor = Crc32.Distance(_distance);
        }
        _state = Crc32.Multiply(_state, _factor);
        _end = end;
    }
}
