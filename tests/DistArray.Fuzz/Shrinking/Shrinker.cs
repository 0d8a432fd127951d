using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;

namespace DistArray.Fuzz.Shrinking;

/// <summary>Makes a failing program smaller for as long as it fails in the same way.</summary>
/// <param name="numpy">Says what each smaller program gives.</param>
internal sealed class Shrinker(NumPyProcess numpy)
{
    private const int MostRuns = 400;

    /// <summary>The smallest program that was found.</summary>
    public (Case Case, Verdict Verdict) Shrink(Case failing, Verdict verdict)
    {
        string kind = Kind(verdict);
        int runs = 0;
        for (bool smaller = true; smaller;)
        {
            smaller = false;
            foreach (string line in Reductions.Of(failing.Statements))
            {
                if (++runs > MostRuns) return (failing, verdict);
                if (Try(line) is not { } one || Kind(one.Verdict) != kind) continue;
                (failing, verdict) = one;
                smaller = true;
                break;
            }
        }
        return (failing, verdict);
    }

    private (Case Case, Verdict Verdict)? Try(string line)
    {
        Case one = numpy.Evaluate(line);
        Verdict verdict = ThreadRunner.Run(one);
        return verdict.Kind == VerdictKind.Failed ? (one, verdict) : null;
    }

    // Another value is the same failure, another exception is not.
    private static string Kind(Verdict verdict) => verdict.Reason.Contains(" instead of ") ? "values" : Tally.Plain(verdict.Reason.Split('\n')[0]);
}
