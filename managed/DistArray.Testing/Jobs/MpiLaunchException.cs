namespace DistArray.Testing.Jobs;

/// <summary>A job that did not come up; the message says what the launcher said and what to do.</summary>
internal sealed class MpiLaunchException(string message) : Exception(message);
