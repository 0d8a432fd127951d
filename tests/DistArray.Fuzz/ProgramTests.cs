using System.Diagnostics;
using System.Globalization;
using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;
using DistArray.Fuzz.Shrinking;

namespace DistArray.Fuzz;

/// <summary>Random programs on distributed arrays equal NumPy's on whole ones.</summary>
public class ProgramTests
{
    private const int OrdinaryCases = 20_000, OrdinarySeed = 1, EmittedCases = 3_000, Shown = 10;

    [Test]
    public void RandomPrograms_EqualNumPy()
    {
        using var numpy = new NumPyProcess();
        Tally tally = Campaign.Run(numpy, Number("DISTARRAY_FUZZ_SEED", OrdinarySeed), 0, Number("DISTARRAY_FUZZ_CASES", OrdinaryCases), null, Shown);
        var refusals = new Refusals(ListFile("refusals.txt"));
        TestContext.Out.WriteLine($"{tally}{Environment.NewLine}{refusals.Describe(tally)}");
        var shrinker = new Shrinker(line => Judge(numpy, line));
        IEnumerable<string> failures = tally.Failures.Take(Shown).Select(one => shrinker.Shrink(one.Case, one.Verdict).Text(one.Case));
        Assert.That(string.Join(Environment.NewLine, [.. failures, .. refusals.Surprises(tally)]), Is.Empty);
    }

    [Test]
    public void RandomPrograms_WithEmittedLoops_EqualNumPy()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ProgramTests).Assembly.Location, "--cases", $"{EmittedCases}", "--seed", "3"]) { RedirectStandardOutput = true };
        start.Environment["DISTARRAY_ENGINE"] = "emit";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        Assert.That(output, Does.Contain($"{EmittedCases} cases"));
    }

    [TestCaseSource(nameof(FailedOnce))]
    public void Program_ThatFailedOnce_EqualsNumPy(string line)
    {
        using var numpy = new NumPyProcess();
        Verdict verdict = Judge(numpy, line).Verdict;
        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Agreed), verdict.Reason);
    }

    internal static string ListFile(string name) => Path.Combine(AppContext.BaseDirectory, "Lists", name);

    internal static (Case Case, Verdict Verdict) Judge(NumPyProcess numpy, string line)
    {
        Case one = numpy.Evaluate(line);
        return (one, ThreadRunner.Run(one));
    }

    private static IEnumerable<string> FailedOnce() => File.ReadLines(ListFile("failed-once.txt")).Where(line => line.StartsWith("ranks=", StringComparison.Ordinal));

    private static int Number(string variable, int ordinary) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : ordinary;
}
