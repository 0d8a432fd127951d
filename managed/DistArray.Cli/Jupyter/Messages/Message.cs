using System.Text.Json.Nodes;

namespace DistArray.Cli.Jupyter.Messages;

/// <summary>A message of Jupyter.</summary>
/// <param name="Identities">Whom an answer goes to; the topic, where it is broadcast.</param>
/// <param name="Header">Type, id, session.</param>
/// <param name="Parent">The header of the message that this one answers; empty where there is none.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Content)
{
    private static readonly string s_session = Guid.NewGuid().ToString();

    /// <summary>Its type: "execute_request".</summary>
    public string Type => (string?)Header["msg_type"] ?? "";

    /// <summary>A message that answers this one.</summary>
    public Message Answer(string type, JsonObject content) => new(Identities, NewHeader(type), Header.DeepClone().AsObject(), content);

    /// <summary>A message to all, on account of this one.</summary>
    public Message Publication(string type, JsonObject content) => Answer(type, content) with { Identities = [System.Text.Encoding.UTF8.GetBytes(type)] };

    private static JsonObject NewHeader(string type) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString(),
        ["session"] = s_session,
        ["username"] = Environment.UserName,
        ["date"] = DateTime.UtcNow.ToString("O"),
        ["msg_type"] = type,
        ["version"] = "5.3",
    };
}
