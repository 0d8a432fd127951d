using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DistArray.Testing.Protocol;

/// <summary>A connection that carries one JSON message a line; its end is the end of the other process.</summary>
internal sealed class MessageChannel : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private readonly StreamWriter _writer;

    public MessageChannel(Socket socket)
    {
        _socket = socket;
        NetworkStream stream = new(socket);
        _reader = new StreamReader(stream, new UTF8Encoding(false));
        _writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
    }

    public static MessageChannel Connect(string path)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new MessageChannel(socket);
    }

    /// <summary>Sends a message; false where the other side is gone.</summary>
    public bool TrySend<T>(T message, JsonTypeInfo<T> type)
    {
        try
        {
            string line = JsonSerializer.Serialize(message, type);
            lock (_writer) _writer.WriteLine(line);
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next message; null where the other side is gone.</summary>
    public T? Receive<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return _reader.ReadLine() is { } line ? JsonSerializer.Deserialize(line, type) : null;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Tells the other side that nothing more comes.</summary>
    public void Dispose()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The other side left first.
        }
        _socket.Dispose();
    }
}
