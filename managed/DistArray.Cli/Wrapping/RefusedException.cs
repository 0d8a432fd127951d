namespace DistArray.Cli.Wrapping;

/// <summary>A declaration that is not wrapped, and why.</summary>
internal sealed class RefusedException(string reason) : Exception(reason);
