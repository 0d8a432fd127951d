namespace DistArray.Testing;

/// <summary>What Python said when an expression for NumPy failed.</summary>
/// <param name="message">Its text.</param>
public sealed class NumPyException(string message) : Exception(message);
