namespace DistArray.Trilinos;

/// <summary>Which of the names that are known one may have been meant to be.</summary>
internal static class NearestNames
{
    private const int Shown = 3, ShortList = 8;

    /// <summary>The end of a sentence: the nearest names, or all where they are few.</summary>
    public static string Advice(string name, IReadOnlyCollection<string> known)
    {
        string[] near = [.. NearNames.Of(name, known).Where(pair => pair.Distance <= Math.Max(2, name.Length / 2)).Take(Shown).Select(pair => $"'{pair.Name}'")];
        if (near.Length > 0) return $"; did you mean {string.Join(" or ", near)}?";
        if (known.Count == 0) return "; there are none.";
        return known.Count <= ShortList ? $"; there are {string.Join(", ", known.Select(other => $"'{other}'"))}." : $"; there are {known.Count}, none of which is near.";
    }
}
