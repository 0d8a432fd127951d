namespace DistArray.Cli.Interactive;

/// <summary>Where the prompt has its lines from.</summary>
internal interface IReplInput : IDisposable
{
    /// <summary>Whether somebody sits there.</summary>
    bool IsTerminal { get; }

    /// <summary>Waits for a line.</summary>
    /// <param name="before">The lines that it goes on from, or an empty text.</param>
    /// <returns>The line, null at the end of input.</returns>
    /// <exception cref="OperationCanceledException">The user gave up what was typed.</exception>
    string? Read(string before);
}
