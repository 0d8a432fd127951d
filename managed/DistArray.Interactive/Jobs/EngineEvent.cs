using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Jobs;

/// <summary>Something that a job's threads saw.</summary>
/// <param name="Source">The connection that it came over; null for the launcher's end and for wishes of the client itself.</param>
/// <param name="Message">What the engine said, or null where its process has ended.</param>
/// <param name="Payload">The bytes that came with it.</param>
/// <param name="IsWish">Whether nothing happened, but the client wants the one who waits to look around.</param>
internal readonly record struct EngineEvent(EngineConnection? Source, EngineMessage? Message, byte[] Payload, bool IsWish = false);
