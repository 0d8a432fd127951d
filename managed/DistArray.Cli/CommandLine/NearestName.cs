namespace DistArray.Cli.CommandLine;

/// <summary>Guesses what was meant.</summary>
internal static class NearestName
{
    /// <summary>A sentence, with a blank before it: " Is --stats meant?". Empty where nothing is near.</summary>
    public static string Question(string word, IEnumerable<string> known) => Of(word, known) is { } name ? $" Is {name} meant?" : "";

    /// <summary>The end of a sentence without its point: "; perhaps float32". Empty where nothing is near.</summary>
    public static string Advice(string word, IEnumerable<string> known) => Of(word, known) is { } name ? $"; perhaps {name}" : "";

    /// <summary>The nearest name, or null where none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        (string Name, int Distance)[] near = [.. NearNames.Of(word, known)];
        if (near is [var (best, distance), ..] && distance <= Math.Max(1, word.Length / 3)) return best;
        // What was typed halfway.
        return word.Length < 3 ? null : near.Select(pair => pair.Name).FirstOrDefault(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
