namespace DistArray.Cli.Interactive;

/// <summary>Lines of a file or pipe.</summary>
internal sealed class PlainInput(TextReader reader) : IReplInput
{
    public bool IsTerminal => false;

    public string? Read(string before) => reader.ReadLine();

    public void Dispose()
    {
    }
}
