namespace DistArray.IO;

/// <summary>A member of a zip file, as its directory has it.</summary>
/// <param name="Name">Name, with its ending.</param>
/// <param name="Method">How it is stored.</param>
/// <param name="Checksum">CRC-32 of its content.</param>
/// <param name="StoredSize">Bytes in the file.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="HeaderOffset">Where its local header begins.</param>
internal sealed record ZipMember(string Name, int Method, uint Checksum, long StoredSize, long Size, long HeaderOffset)
{
    /// <summary>Method of a member as it is.</summary>
    public const int Stored = 0;

    /// <summary>Method of a compressed member.</summary>
    public const int Deflated = 8;
}
