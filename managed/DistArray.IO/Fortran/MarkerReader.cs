using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Reads record markers with few calls where records are small.</summary>
internal sealed class MarkerReader(SafeFileHandle file, string path, FortranFormat format)
{
    private readonly byte[] _window = new byte[4096];
    private long _start;
    private int _count;

    /// <summary>The marker at an offset at which the file has enough bytes.</summary>
    public long At(long offset)
    {
        int size = format.MarkerBytes;
        if (offset < _start || offset + size > _start + _count)
        {
            _start = offset;
            _count = 0;
            while (_count < size)
            {
                int count = RandomAccess.Read(file, _window.AsSpan(_count), offset + _count);
                if (count == 0)
                    throw new InvalidDataException($"{path} ends at byte {offset + _count}, while it is read. It was cut meanwhile.");
                _count += count;
            }
        }
        ReadOnlySpan<byte> bytes = _window.AsSpan((int)(offset - _start), size);
        return (size, format.ByteOrder) switch
        {
            (4, ByteOrder.LittleEndian) => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            (4, _) => BinaryPrimitives.ReadInt32BigEndian(bytes),
            (_, ByteOrder.LittleEndian) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }
}
