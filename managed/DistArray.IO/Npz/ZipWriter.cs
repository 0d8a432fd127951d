using System.Text;

namespace DistArray.IO;

/// <summary>Makes the records of a zip file around its members.</summary>
internal static class ZipWriter
{
    private const int Version = 20, Version64 = 45, Unix = 3 << 8, NewYear1980 = 33;
    private const uint ReadWriteForOwner = 0x01800000;

    /// <summary>What stands before the content of a stored member.</summary>
    public static byte[] LocalHeader(ZipMember member)
    {
        bool is64 = member.Size >= ZipFormat.First64;
        return Bytes(writer =>
        {
            writer.Write(ZipFormat.LocalHeader);
            Common(writer, member, is64, is64);
            writer.Write((ushort)(is64 ? 20 : 0));
            Name(writer, member);
            if (is64)
                Extra(writer, member.Size, member.Size);
        });
    }

    /// <summary>The directory and the end of a file.</summary>
    /// <param name="members">Its members.</param>
    /// <param name="offset">Where the directory begins.</param>
    public static byte[] Directory(IReadOnlyCollection<ZipMember> members, long offset) => Bytes(writer =>
    {
        foreach (ZipMember member in members)
            Entry(writer, member);
        writer.Flush();
        long size = writer.BaseStream.Length;
        bool is64 = members.Count >= ZipFormat.FirstCount64 || offset >= ZipFormat.First64 || size >= ZipFormat.First64;
        if (is64)
        {
            writer.Write(ZipFormat.End64);
            writer.Write((long)ZipFormat.End64Bytes - 12);
            writer.Write((ushort)(Unix | Version64));
            writer.Write((ushort)Version64);
            writer.Write(0L);
            writer.Write((long)members.Count);
            writer.Write((long)members.Count);
            writer.Write(size);
            writer.Write(offset);
            writer.Write(ZipFormat.Locator64);
            writer.Write(0);
            writer.Write(offset + size);
            writer.Write(1);
        }
        writer.Write(ZipFormat.End);
        writer.Write(0);
        writer.Write(is64 ? ushort.MaxValue : (ushort)members.Count);
        writer.Write(is64 ? ushort.MaxValue : (ushort)members.Count);
        writer.Write(is64 ? uint.MaxValue : (uint)size);
        writer.Write(is64 ? uint.MaxValue : (uint)offset);
        writer.Write((ushort)0);
    });

    private static void Entry(BinaryWriter writer, ZipMember member)
    {
        bool isLarge = member.Size >= ZipFormat.First64, isFar = member.HeaderOffset >= ZipFormat.First64;
        writer.Write(ZipFormat.DirectoryEntry);
        writer.Write((ushort)(Unix | (isLarge || isFar ? Version64 : Version)));
        Common(writer, member, isLarge || isFar, isLarge);
        writer.Write((ushort)(isLarge || isFar ? 4 + (isLarge ? 16 : 0) + (isFar ? 8 : 0) : 0));
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write((ushort)0);
        writer.Write(ReadWriteForOwner);
        writer.Write(isFar ? uint.MaxValue : (uint)member.HeaderOffset);
        Name(writer, member);
        if (isLarge || isFar)
            Extra(writer, [.. isLarge ? (long[])[member.Size, member.Size] : [], .. isFar ? (long[])[member.HeaderOffset] : []]);
    }

    // From the version to the length of the name, as local header and directory have it.
    private static void Common(BinaryWriter writer, ZipMember member, bool is64, bool isLarge)
    {
        writer.Write((ushort)(is64 ? Version64 : Version));
        writer.Write((ushort)(Ascii.IsValid(member.Name) ? 0 : ZipFormat.NameIsUtf8));
        writer.Write((ushort)member.Method);
        writer.Write((ushort)0);
        writer.Write((ushort)NewYear1980);
        writer.Write(member.Checksum);
        writer.Write(isLarge ? uint.MaxValue : (uint)member.Size);
        writer.Write(isLarge ? uint.MaxValue : (uint)member.Size);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(member.Name));
    }

    private static void Name(BinaryWriter writer, ZipMember member) => writer.Write(Encoding.UTF8.GetBytes(member.Name));

    private static void Extra(BinaryWriter writer, params ReadOnlySpan<long> values)
    {
        writer.Write((ushort)ZipFormat.Extra64);
        writer.Write((ushort)(values.Length * sizeof(long)));
        foreach (long value in values)
            writer.Write(value);
    }

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
