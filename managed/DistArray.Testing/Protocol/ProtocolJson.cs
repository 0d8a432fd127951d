using System.Text.Json.Serialization;

namespace DistArray.Testing.Protocol;

/// <summary>The messages as JSON.</summary>
[JsonSerializable(typeof(RankMessage))]
[JsonSerializable(typeof(JobRequest))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
