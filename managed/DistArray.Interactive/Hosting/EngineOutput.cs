using System.Text;

namespace DistArray.Interactive.Hosting;

/// <summary>The console of an engine: what is printed goes to the client, whole lines at a time.</summary>
internal sealed class EngineOutput(Action<string> send) : TextWriter
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
            if (value == '\n') Flush();
        }
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_text)
        {
            _text.Append(buffer);
            if (buffer.Contains('\n')) Flush();
        }
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + "\n");

    /// <inheritdoc/>
    public override void Flush()
    {
        lock (_text)
        {
            if (_text.Length == 0) return;
            send(_text.ToString());
            _text.Clear();
        }
    }
}
