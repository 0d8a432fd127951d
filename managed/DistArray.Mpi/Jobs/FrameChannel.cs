using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DistArray.Mpi.Jobs;

/// <summary>A connection between two processes that carries frames: a JSON message and, after it, bytes. Its end is the end of the other process.</summary>
internal sealed class FrameChannel : IDisposable
{
    private const int HeaderLength = 8;
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly Lock _writing = new();

    public FrameChannel(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
    }

    public static FrameChannel Connect(string path)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        return new FrameChannel(socket);
    }

    /// <summary>Sends a message and bytes; false where the other side is gone.</summary>
    public bool TrySend<T>(T message, JsonTypeInfo<T> type, ReadOnlySpan<byte> payload = default)
    {
        try
        {
            byte[] text = JsonSerializer.SerializeToUtf8Bytes(message, type);
            Span<byte> header = stackalloc byte[HeaderLength];
            BinaryPrimitives.WriteInt32LittleEndian(header, text.Length);
            BinaryPrimitives.WriteInt32LittleEndian(header[4..], payload.Length);
            lock (_writing)
            {
                _stream.Write(header);
                _stream.Write(text);
                _stream.Write(payload);
            }
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Waits for the next message and its bytes; null where the other side is gone.</summary>
    public (T Message, byte[] Payload)? Receive<T>(JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            byte[] header = Read(HeaderLength);
            byte[] text = Read(BinaryPrimitives.ReadInt32LittleEndian(header));
            byte[] payload = Read(BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)));
            return (JsonSerializer.Deserialize(text, type)!, payload);
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

    private byte[] Read(int count)
    {
        byte[] bytes = count == 0 ? [] : GC.AllocateUninitializedArray<byte>(count);
        _stream.ReadExactly(bytes);
        return bytes;
    }
}
