namespace DistArray.Interactive;

/// <summary>The ways to go on with a line.</summary>
/// <param name="Start">Where the word begins that is completed.</param>
/// <param name="Items">What it can be completed to, in alphabetical order.</param>
public sealed record Completions(int Start, IReadOnlyList<CompletionItem> Items);
