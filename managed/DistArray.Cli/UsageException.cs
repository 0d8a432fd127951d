namespace DistArray.Cli;

/// <summary>Something that the user can put right: its text is all that is shown.</summary>
internal sealed class UsageException(string message) : Exception(message);
