using DistArray.Testing.Protocol;

namespace DistArray.Testing.Jobs;

/// <summary>Something that a job's threads saw.</summary>
/// <param name="Source">The connection that it came over, or null for the launcher's end.</param>
/// <param name="Message">What the rank said, or null where its process has ended.</param>
internal readonly record struct JobEvent(RankConnection? Source, RankMessage? Message);
