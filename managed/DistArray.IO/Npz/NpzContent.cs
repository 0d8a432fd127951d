using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>The content of a member, read in ascending order, with its checksum.</summary>
/// <remarks>Of a stored member a rank reads its own pieces, and the ranks' shares make the checksum. A compressed one every rank goes through as a
/// whole, since nobody can begin in its middle.</remarks>
internal sealed class NpzContent : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly ZipMember _member;
    private readonly long _offset;
    private readonly DeflateStream? _stream;
    private readonly Crc32Pieces _pieces = new();
    private readonly byte[] _skipped;
    private long _position;
    private uint _state;

    public NpzContent(SafeFileHandle file, string path, ZipMember member)
    {
        (_file, _path, _member) = (file, path, member);
        _offset = new ZipReader(file, path).ContentOffset(member);
        bool isDeflated = member.Method == ZipMember.Deflated;
        _stream = isDeflated ? new DeflateStream(new FileRange(file, _offset, member.StoredSize), CompressionMode.Decompress) : null;
        _skipped = isDeflated ? new byte[1 << 16] : [];
    }

    /// <summary>Name for errors.</summary>
    public string Name => $"{_member.Name} in {_path}";

    /// <summary>Whether it lies in the file as it is.</summary>
    public bool IsStored => _stream is null;

    /// <summary>Reads the header.</summary>
    public NpyHeader ReadHeader()
    {
        NpyHeader header = NpyFormat.Decode(Name, _member.Size, Get);
        return header.DataOffset + header.DataBytes == _member.Size ? header
            : throw new InvalidDataException($"{Name} is damaged: it has {_member.Size} bytes, and {header} with its header has {header.DataOffset + header.DataBytes}.");
    }

    /// <summary>Gets bytes of the content.</summary>
    public void Get(long offset, Span<byte> bytes)
    {
        if (_stream is null)
        {
            RawTransfer.Fill(_file, _path, _offset + offset, bytes);
            return;
        }
        SkipTo(offset);
        Inflate(bytes);
    }

    /// <summary>Adds bytes that were read to this rank's share in the checksum.</summary>
    public void Add(long offset, ReadOnlySpan<byte> bytes)
    {
        if (IsStored)
            _pieces.Add(offset, bytes);
    }

    /// <summary>The checksum of the content.</summary>
    /// <remarks><b>Collective</b> for a stored member, to whose checksum each byte was added on one rank.</remarks>
    public uint Checksum(ICommunicator communicator) =>
        _stream is null ? _pieces.Checksum(communicator, _member.Size) : Crc32.Checksum(_state, _member.Size);

    /// <summary>Reads this rank's share of the content for the checksum; of a compressed one all of it.</summary>
    public void ReadShare(ICommunicator communicator)
    {
        if (IsStored)
        {
            long each = (_member.Size + communicator.Size - 1) / communicator.Size, end = Math.Min(_member.Size, each * (communicator.Rank + 1));
            var bytes = new byte[1 << 20];
            for (long offset = each * communicator.Rank; offset < end; offset += bytes.Length)
            {
                Span<byte> some = bytes.AsSpan(0, (int)Math.Min(bytes.Length, end - offset));
                Get(offset, some);
                Add(offset, some);
            }
        }
        Finish();
    }

    /// <summary>Goes through the rest of a compressed member.</summary>
    public void Finish()
    {
        if (_stream is null)
            return;
        SkipTo(_member.Size);
        if (Read(_skipped) != 0)
            throw new InvalidDataException($"{Name} is damaged: it holds more than the {_member.Size} bytes that the directory says.");
    }

    public void Dispose() => _stream?.Dispose();

    private void SkipTo(long offset)
    {
        while (_position < offset)
            Inflate(_skipped.AsSpan(0, (int)Math.Min(_skipped.Length, offset - _position)));
    }

    private void Inflate(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int count = Read(bytes);
            if (count == 0)
                throw new InvalidDataException($"{Name} is damaged: it ends after {_position} of {_member.Size} bytes.");
            _state = Crc32.Update(_state, bytes[..count]);
            _position += count;
            bytes = bytes[count..];
        }
    }

    private int Read(Span<byte> bytes)
    {
        try
        {
            return _stream!.Read(bytes);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Name} is damaged: what follows its first {_position} bytes is not compressed data.", e);
        }
    }
}
