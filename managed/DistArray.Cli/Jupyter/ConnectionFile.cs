using System.Text.Json;

namespace DistArray.Cli.Jupyter;

/// <summary>Where a kernel listens, and the key that its messages are signed with.</summary>
internal sealed record ConnectionFile(string Transport, string Ip, int ShellPort, int ControlPort, int IopubPort, int StdinPort, int HbPort, string Key, string SignatureScheme)
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="UsageException">It cannot be read, or asks for what the kernel cannot do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            ConnectionFile file = JsonSerializer.Deserialize<ConnectionFile>(File.ReadAllText(path), s_options)!;
            if (file.Transport is not "tcp") throw new UsageException($"kernel run: {path} asks for the transport '{file.Transport}'; this kernel has tcp.");
            return file.SignatureScheme is "hmac-sha256" ? file : throw new UsageException($"kernel run: {path} asks for signatures of '{file.SignatureScheme}'; this kernel has hmac-sha256.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"kernel run: {path} is no connection file that can be read: {e.Message}");
        }
    }

    /// <summary>Where a socket of a port is bound.</summary>
    public string Address(int port) => $"{Transport}://{Ip}:{port}";
}
