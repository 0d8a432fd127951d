namespace DistArray.Cli.SelfTesting;

/// <summary>A test cannot be run here; the text says why.</summary>
internal sealed class SkipException(string message) : Exception(message);
