using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;

namespace DistArray.Fuzz.Shrinking;

/// <summary>Makes a failing program smaller for as long as it fails in the same way.</summary>
/// <param name="judge">Says how a program ends.</param>
internal sealed class Shrinker(Func<string, (Case Case, Verdict Verdict)> judge)
{
    private const int MostRuns = 400;

    /// <summary>The smallest program that was found.</summary>
    public Smallest Shrink(Case failing, Verdict verdict)
    {
        string kind = Kind(verdict);
        int runs = 0;
        for (bool smaller = true; smaller;)
        {
            smaller = false;
            foreach (string line in Reductions.Of(failing.Statements))
            {
                if (++runs > MostRuns) return new Smallest(failing, verdict);
                (Case one, Verdict its) = judge(line);
                if (its.Kind != VerdictKind.Failed || Kind(its) != kind) continue;
                (failing, verdict, smaller) = (one, its, true);
                break;
            }
        }
        return new Smallest(failing, verdict);
    }

    // Another value is the same failure, another exception is not.
    private static string Kind(Verdict verdict) => verdict.Reason.Contains(" instead of ") ? "values" : Tally.Plain(verdict.Reason.Split('\n')[0]);
}

/// <summary>A program that fails and cannot be made smaller.</summary>
internal sealed record Smallest(Case Case, Verdict Verdict)
{
    /// <summary>It and the program that it comes from, as a user reads it.</summary>
    public string Text(Case from) => string.Join(Environment.NewLine, [Case.Line, $"    {Verdict.Reason}", $"    NumPy: {NumPy}", .. from.Line == Case.Line ? Array.Empty<string>() : [$"    from {from.Line}"]]);

    private string NumPy => Case.Error is not null ? $"raises {Case.Error}" : Case.Variables.Length == 0 ? "nothing" : $"{Case.Variables[^1].Name} = {Case.Variables[^1].Shortly}";
}
