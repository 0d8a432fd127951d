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
        (int Distance, string Name)[] near = [.. known.Select(name => (Distance(word.ToLowerInvariant(), name.ToLowerInvariant()), name)).OrderBy(pair => pair.Item1)];
        if (near is [var (distance, best), ..] && distance <= Math.Max(1, word.Length / 3)) return best;
        // What was typed halfway.
        return word.Length < 3 ? null : near.Select(pair => pair.Name).FirstOrDefault(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    // Levenshtein's distance, in which two neighbouring letters that are exchanged count once.
    private static int Distance(string a, string b)
    {
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }
}
