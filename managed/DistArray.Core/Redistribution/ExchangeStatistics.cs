namespace DistArray;

/// <summary>What an exchange took on this rank.</summary>
/// <param name="Messages">Messages sent.</param>
/// <param name="BytesSent">Bytes sent.</param>
/// <param name="PeakBytes">Most bytes of buffers that were in use at once.</param>
internal readonly record struct ExchangeStatistics(long Messages, long BytesSent, long PeakBytes);
