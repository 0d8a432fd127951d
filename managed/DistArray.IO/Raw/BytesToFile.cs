namespace DistArray.IO;

/// <summary>Puts bytes at an offset. A transfer gives them in ascending order of offset.</summary>
/// <param name="offset">First byte, counted from the first element.</param>
/// <param name="bytes">The bytes.</param>
internal delegate void BytesToFile(long offset, ReadOnlySpan<byte> bytes);
