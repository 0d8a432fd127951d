namespace DistArray.Interactive.Protocol;

/// <summary>A method of a compiled assembly, found by its token, and what its lambda has captured.</summary>
/// <param name="Assembly">Path of the assembly.</param>
/// <param name="Version">Identity of the very build.</param>
/// <param name="Token">Metadata token of the method.</param>
/// <param name="TypeArguments">Arguments of the generic type that declares it, as qualified names.</param>
/// <param name="MethodArguments">Arguments of the generic method.</param>
/// <param name="Target">The captured variables, or null for a static method.</param>
internal sealed record MethodCall(string Assembly, Guid Version, int Token, IReadOnlyList<string> TypeArguments, IReadOnlyList<string> MethodArguments, CapturedObject? Target);
