using System.Text.RegularExpressions;
using DistArray.Fuzz.Oracle;

namespace DistArray.Fuzz.Running;

/// <summary>Counts how cases ended.</summary>
internal sealed partial class Tally
{
    private readonly Dictionary<string, (int Count, string Line)> _refusals = [];

    public int Cases { get; private set; }

    public int Raised { get; private set; }

    /// <summary>The cases that failed.</summary>
    public List<(Case Case, Verdict Verdict)> Failures { get; } = [];

    /// <summary>How often the library refused what NumPy does, and a program, by reason, numbers aside.</summary>
    public IReadOnlyDictionary<string, (int Count, string Line)> Refusals => _refusals;

    public void Add(Case one, Verdict verdict)
    {
        Cases++;
        if (verdict.Kind == VerdictKind.Failed) Failures.Add((one, verdict));
        else if (verdict.Kind == VerdictKind.Refused) _refusals[Plain(verdict.Reason)] = (_refusals.GetValueOrDefault(Plain(verdict.Reason)).Count + 1, one.Line);
        else if (one.Error is not null) Raised++;
    }

    public override string ToString()
    {
        int refused = _refusals.Values.Sum(one => one.Count);
        return $"{Cases} cases: {Cases - Failures.Count - refused - Raised} equal NumPy's, {Raised} raise as NumPy does, {refused} are refused, {Failures.Count} fail";
    }

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Digits();

    /// <summary>A reason with its numbers left out.</summary>
    public static string Plain(string reason) => Digits().Replace(reason, "#");
}
