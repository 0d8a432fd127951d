namespace DistArray.Interactive;

/// <summary>Ends a line that the client has interrupted.</summary>
internal sealed class LineInterruptedException() : OperationCanceledException("The line was interrupted.");
