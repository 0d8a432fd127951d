namespace DistArray.IO;

/// <summary>Fills a buffer with the bytes from an offset, or throws. A transfer asks in ascending order of offset.</summary>
/// <param name="offset">First byte, counted from the first element.</param>
/// <param name="bytes">Gets them.</param>
internal delegate void BytesFromFile(long offset, Span<byte> bytes);
