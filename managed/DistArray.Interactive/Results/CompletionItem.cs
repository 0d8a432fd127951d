namespace DistArray.Interactive;

/// <summary>One way to go on with a line.</summary>
/// <param name="Name">The name that the word can be completed to.</param>
/// <param name="Kind">What it names, such as method, property, local, keyword.</param>
/// <param name="Description">Its declaration in C#.</param>
public sealed record CompletionItem(string Name, string Kind, string Description);
