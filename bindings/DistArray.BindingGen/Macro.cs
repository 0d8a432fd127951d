namespace DistArray.BindingGen;

/// <summary>A macro with an integer value, and the C# type of its expression.</summary>
internal sealed record Macro(string Name, string Type, long Value);
