namespace DistArray.Testing.Oracle;

/// <summary>What came of an expression; one of the three.</summary>
/// <param name="Missing">Why there is no NumPy, or null.</param>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="Npy">The result as a .npy file, or null.</param>
internal readonly record struct PythonAnswer(string? Missing, string? Error, byte[]? Npy);
