namespace DistArray.Interactive.Compiling;

/// <summary>The compiler refuses a line; the message tells its errors, one a line.</summary>
internal sealed class CompilationFailedException(string message) : Exception(message);
