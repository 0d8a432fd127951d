namespace DistArray.Trilinos;

/// <summary>Which of the names that are known one may have been meant to be.</summary>
internal static class NearestNames
{
    private const int Shown = 3, ShortList = 8;

    /// <summary>The end of a sentence: the nearest names, or all where they are few.</summary>
    public static string Advice(string name, IReadOnlyCollection<string> known)
    {
        string[] near = [.. known.Select(other => (other, distance: Distance(name.ToLowerInvariant(), other.ToLowerInvariant())))
            .Where(pair => pair.distance <= Math.Max(2, name.Length / 2)).OrderBy(pair => pair.distance).ThenBy(pair => pair.other, StringComparer.Ordinal).Take(Shown).Select(pair => $"'{pair.other}'")];
        if (near.Length > 0) return $"; did you mean {string.Join(" or ", near)}?";
        if (known.Count == 0) return "; there are none.";
        return known.Count <= ShortList ? $"; there are {string.Join(", ", known.Select(other => $"'{other}'"))}." : $"; there are {known.Count}, none of which is near.";
    }

    // Levenshtein's distance, in which two neighbouring letters that are exchanged count once.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) d[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
