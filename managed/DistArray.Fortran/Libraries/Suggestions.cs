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
        .. NearNames.Of(wanted, known)
            .Where(candidate => candidate.Distance <= Math.Max(2, wanted.Length / 3)
                || candidate.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)
                || (candidate.Name.Length > 3 && wanted.Contains(candidate.Name, StringComparison.OrdinalIgnoreCase)))
            .Take(Most).Select(candidate => candidate.Name),
    ];
}
