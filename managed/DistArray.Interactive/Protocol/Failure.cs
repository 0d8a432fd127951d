namespace DistArray.Interactive.Protocol;

/// <summary>An exception on an engine.</summary>
internal sealed record Failure(string Type, string Message, string StackTrace, bool IsInterruption);
