namespace DistArray.Fortran;

/// <summary>Names that a mistyped one may have meant.</summary>
internal static class Suggestions
{
    private const int Most = 5;

    /// <summary>The nearest names, the best first; at most five, none that is far off.</summary>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="known">What there is.</param>
    public static IReadOnlyList<string> For(string wanted, IEnumerable<string> known) =>
    [
        .. known.Select(name => (Name: name, Distance: Distance(wanted.ToLowerInvariant(), name.ToLowerInvariant())))
            .Where(candidate => candidate.Distance <= Math.Max(2, wanted.Length / 3)
                || candidate.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                || (candidate.Name.Length > 3 && wanted.Contains(candidate.Name, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(Most).Select(candidate => candidate.Name),
    ];

    // Levenshtein's: insertions, deletions and replacements.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
