namespace Turbulence;

/// <summary>The program was asked for something that it cannot do; the message says what, and the way out. Exit code 2.</summary>
public sealed class UsageException(string message) : Exception(message);
