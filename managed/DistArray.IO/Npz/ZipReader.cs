using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Reads the directory of a zip file.</summary>
internal sealed class ZipReader(SafeFileHandle file, string path)
{
    private const long LargestDirectory = 1 << 28;

    private readonly long _length = RandomAccess.GetLength(file);

    /// <summary>The members.</summary>
    /// <exception cref="InvalidDataException">It is no zip file, or is damaged.</exception>
    /// <exception cref="NotSupportedException">A member is encrypted or of an unknown method.</exception>
    public List<ZipMember> Members()
    {
        (long offset, long size, long count) = Directory();
        if (offset < 0 || size < 0 || offset > _length || size > _length - offset || size > LargestDirectory || count < 0 || count > size / ZipFormat.DirectoryEntryBytes)
            throw Damaged($"its directory of {count} members is to have {size} bytes from byte {offset}, in a file of {_length}");
        byte[] bytes = Bytes(offset, size);
        var members = new List<ZipMember>();
        int position = 0;
        while (members.Count < count)
            members.Add(Entry(bytes, ref position, offset));
        return members;
    }

    /// <summary>Where the content of a member begins.</summary>
    public long ContentOffset(ZipMember member)
    {
        if (member.HeaderOffset > _length - ZipFormat.LocalHeaderBytes)
            throw Damaged($"{member.Name} is to begin at byte {member.HeaderOffset}, in a file of {_length}");
        byte[] header = Bytes(member.HeaderOffset, ZipFormat.LocalHeaderBytes);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipFormat.LocalHeader || U16(header, 8) != member.Method)
            throw Damaged($"{member.Name} does not begin at byte {member.HeaderOffset}");
        long offset = member.HeaderOffset + ZipFormat.LocalHeaderBytes + U16(header, 26) + U16(header, 28);
        if (member.StoredSize > _length - offset)
            throw Damaged($"{member.Name} is to have {member.StoredSize} bytes from byte {offset}, in a file of {_length}");
        return offset;
    }

    private (long Offset, long Size, long Count) Directory()
    {
        // The end stands before a comment of at most 65535 bytes.
        long start = Math.Max(0, _length - ZipFormat.EndBytes - ushort.MaxValue);
        byte[] tail = Bytes(start, _length - start);
        int end = tail.Length - ZipFormat.EndBytes;
        while (end >= 0 && !(U32(tail, end) == ZipFormat.End && end + ZipFormat.EndBytes + U16(tail, end + 20) == tail.Length))
            end--;
        if (end < 0)
            throw Damaged("it does not end as a zip file does");
        (long offset, long size, long count) = (U32(tail, end + 16), U32(tail, end + 12), U16(tail, end + 10));
        int locator = end - ZipFormat.Locator64Bytes;
        if ((offset != uint.MaxValue && size != uint.MaxValue && count != ushort.MaxValue) || locator < 0 || U32(tail, locator) != ZipFormat.Locator64)
            return (offset, size, count);
        long end64 = I64(tail, locator + 8);
        if (end64 < 0 || end64 > start + locator - ZipFormat.End64Bytes)
            throw Damaged($"its directory is to end at byte {end64}");
        byte[] record = Bytes(end64, ZipFormat.End64Bytes);
        return U32(record, 0) == ZipFormat.End64 ? (I64(record, 48), I64(record, 40), I64(record, 32)) : throw Damaged($"its directory does not end at byte {end64}");
    }

    private ZipMember Entry(byte[] bytes, ref int position, long directory)
    {
        int start = position;
        if (bytes.Length - start < ZipFormat.DirectoryEntryBytes || U32(bytes, start) != ZipFormat.DirectoryEntry)
            throw Damaged($"its directory is broken at byte {directory + start}");
        int flags = U16(bytes, start + 8), method = U16(bytes, start + 10), nameBytes = U16(bytes, start + 28), extraBytes = U16(bytes, start + 30);
        int name = start + ZipFormat.DirectoryEntryBytes, extra = name + nameBytes;
        position = extra + extraBytes + U16(bytes, start + 32);
        if (position > bytes.Length)
            throw Damaged($"its directory is broken at byte {directory + start}");
        string text = ((flags & ZipFormat.NameIsUtf8) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes, name, nameBytes);
        if ((flags & ZipFormat.Encrypted) != 0)
            throw new NotSupportedException($"{path} cannot be read: {text} is encrypted. Write it without a password.");
        if (method is not (ZipMember.Stored or ZipMember.Deflated))
            throw new NotSupportedException($"{path} cannot be read: {text} is compressed by method {method}. Write it with np.savez or np.savez_compressed.");
        long size = U32(bytes, start + 24), stored = U32(bytes, start + 20), offset = U32(bytes, start + 42);
        Widen(bytes.AsSpan(extra, extraBytes), text, ref size, ref stored, ref offset);
        if (size < 0 || stored < 0 || offset < 0 || (method == ZipMember.Stored && stored != size))
            throw Damaged($"{text} is to have {size} bytes, {stored} in the file, from byte {offset}");
        return new ZipMember(text, method, U32(bytes, start + 16), stored, size, offset);
    }

    // Fields that are full stand, in this order, in the extra field of id 1.
    private void Widen(ReadOnlySpan<byte> extra, string name, ref long size, ref long stored, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            extra = extra[4..];
            if (length > extra.Length)
                throw Damaged($"the extra field of {name} is broken");
            if (id == ZipFormat.Extra64)
            {
                ReadOnlySpan<byte> values = extra[..length];
                Take(ref values, name, ref size);
                Take(ref values, name, ref stored);
                Take(ref values, name, ref offset);
            }
            extra = extra[length..];
        }
    }

    private void Take(ref ReadOnlySpan<byte> values, string name, ref long field)
    {
        if (field != uint.MaxValue)
            return;
        if (values.Length < sizeof(long))
            throw Damaged($"the extra field of {name} is broken");
        field = BinaryPrimitives.ReadInt64LittleEndian(values);
        values = values[sizeof(long)..];
    }

    private byte[] Bytes(long offset, long count)
    {
        var bytes = new byte[count];
        RawTransfer.Fill(file, path, offset, bytes);
        return bytes;
    }

    private static int U16(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));

    private static uint U32(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    private static long I64(byte[] bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(offset));

    private InvalidDataException Damaged(string problem) => new($"{path} is damaged or no NumPy archive (.npz): {problem}.");
}
