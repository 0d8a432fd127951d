namespace DistArray;

/// <summary>Names that a mistyped one may have meant.</summary>
internal static class NearNames
{
    /// <summary>Names with their distances from a word, the nearest first. Upper and lower case are the same.</summary>
    /// <param name="word">What was typed.</param>
    /// <param name="known">What there is.</param>
    /// <returns>All of them, each with the number of letters to insert, delete, replace or exchange with their neighbours.</returns>
    public static IEnumerable<(string Name, int Distance)> Of(string word, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Distance: Distance(word.ToLowerInvariant(), name.ToLowerInvariant()))).OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal);

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
