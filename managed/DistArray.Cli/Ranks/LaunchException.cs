namespace DistArray.Cli.Ranks;

/// <summary>The ranks could not be started, or did not come to their end.</summary>
internal sealed class LaunchException(string message) : Exception(message);
