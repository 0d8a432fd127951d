using System.Text.Json.Serialization;

namespace DistArray.Testing.Protocol;

/// <summary>The messages as JSON.</summary>
[JsonSerializable(typeof(RankMessage))]
[JsonSerializable(typeof(JobRequest))]
[JsonSerializable(typeof(RankState))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
