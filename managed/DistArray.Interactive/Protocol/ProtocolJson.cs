using System.Text.Json.Serialization;

namespace DistArray.Interactive.Protocol;

/// <summary>The messages as JSON.</summary>
[JsonSerializable(typeof(EngineRequest))]
[JsonSerializable(typeof(EngineMessage))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
