namespace Turbulence;

/// <summary>The run cannot go on; the message says why. Exit code 1.</summary>
public sealed class RunFailedException(string message) : Exception(message);
