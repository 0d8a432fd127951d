namespace DistArray.Interactive.Protocol;

/// <summary>The object that the compiler made for the variables that a lambda captures.</summary>
/// <param name="Values">Captured variables as JSON.</param>
/// <param name="Outer">Objects of outer scopes.</param>
internal sealed record CapturedObject(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, CapturedObject> Outer);
