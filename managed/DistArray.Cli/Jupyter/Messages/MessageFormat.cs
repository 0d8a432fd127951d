using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;

namespace DistArray.Cli.Jupyter.Messages;

/// <summary>Messages as frames: identities, a mark, a signature, and four objects of JSON.</summary>
internal sealed class MessageFormat(string key)
{
    private static readonly byte[] s_mark = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <summary>The message of frames; null where they are none, or another key has signed them.</summary>
    public Message? Read(NetMQMessage frames)
    {
        int mark = frames.TakeWhile(frame => !frame.ToByteArray().AsSpan().SequenceEqual(s_mark)).Count();
        if (frames.FrameCount < mark + 6) return null;
        byte[][] parts = [.. Enumerable.Range(mark + 2, 4).Select(i => frames[i].ToByteArray())];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(parts)), frames[mark + 1].ToByteArray())) return null;
        try
        {
            return new Message([.. frames.Take(mark).Select(frame => frame.ToByteArray())], Object(parts[0]), Object(parts[1]), Object(parts[3]));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The frames of a message.</summary>
    public NetMQMessage Write(Message message)
    {
        byte[][] parts = [Bytes(message.Header), Bytes(message.Parent), "{}"u8.ToArray(), Bytes(message.Content)];
        return new NetMQMessage([.. message.Identities.Select(identity => new NetMQFrame(identity)), new(s_mark), new(Sign(parts)), .. parts.Select(part => new NetMQFrame(part))]);
    }

    private static JsonObject Object(byte[] text) => JsonNode.Parse(text)!.AsObject();

    private static byte[] Bytes(JsonObject value) => Encoding.UTF8.GetBytes(value.ToJsonString(s_options));

    // An empty key: nothing is signed.
    private string Sign(byte[][] parts)
    {
        if (_key.Length == 0) return "";
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        foreach (byte[] part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
