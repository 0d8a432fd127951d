namespace DistArray.IO;

/// <summary>Numbers of the zip format. PKWARE's APPNOTE 6.3.</summary>
internal static class ZipFormat
{
    public const uint LocalHeader = 0x04034b50, DirectoryEntry = 0x02014b50, End = 0x06054b50, End64 = 0x06064b50, Locator64 = 0x07064b50;

    public const int LocalHeaderBytes = 30, DirectoryEntryBytes = 46, EndBytes = 22, End64Bytes = 56, Locator64Bytes = 20;

    public const int Encrypted = 1, NameIsUtf8 = 0x800, Extra64 = 1;

    /// <summary>Sizes and offsets from here on stand in 64-bit fields; lowered by tests.</summary>
    public static long First64 { get; set; } = uint.MaxValue;

    /// <summary>Members from here on are counted in 64-bit fields; lowered by tests.</summary>
    public static int FirstCount64 { get; set; } = ushort.MaxValue;
}
