using System.Diagnostics;
using System.Globalization;
using DistArray.Fuzz.Coverage;
using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;
using DistArray.Fuzz.Shrinking;

namespace DistArray.Fuzz;

/// <summary>The fuzzer as a program.</summary>
internal static class Program
{
    private const string Usage = """
        usage: DistArray.Fuzz [--cases N] [--seed S] [--start I] [--ranks R] [--failures F]
               DistArray.Fuzz --line "ranks=3; v0=array(…); …"
               DistArray.Fuzz --coverage
        Compares random programs, or one, with NumPy, and ends with 1 where one differs; or writes the page of NumPy's names.
        """;

    public static int Main(string[] arguments)
    {
        if (arguments is ["--coverage"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(CoveragePage.File)!);
            File.WriteAllText(CoveragePage.File, CoveragePage.Make());
            return 0;
        }
        var options = new Dictionary<string, string>();
        for (int i = 0; i + 1 < arguments.Length; i += 2) options[arguments[i]] = arguments[i + 1];
        if (arguments.Length % 2 != 0 || options.Keys.Any(key => key is not ("--cases" or "--seed" or "--start" or "--ranks" or "--failures" or "--line")))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        using var numpy = new NumPyProcess();
        return options.TryGetValue("--line", out string? line) ? One(numpy, line) : Many(numpy, name => options.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : null);
    }

    private static int One(NumPyProcess numpy, string line)
    {
        (Case one, Verdict verdict) = ProgramTests.Judge(numpy, line);
        Console.WriteLine($"{verdict.Kind}{(verdict.Reason == "" ? "" : $": {verdict.Reason}")}{(one.Error is null ? "" : $" (NumPy raises {one.Error})")}");
        return verdict.Kind == VerdictKind.Failed ? 1 : 0;
    }

    private static int Many(NumPyProcess numpy, Func<string, int?> option)
    {
        int most = option("--failures") ?? 10;
        var watch = Stopwatch.StartNew();
        Tally tally = Campaign.Run(numpy, option("--seed") ?? 1, option("--start") ?? 0, option("--cases") ?? 20_000, option("--ranks"), most);
        var shrinker = new Shrinker(line => ProgramTests.Judge(numpy, line));
        foreach ((Case one, Verdict verdict) in tally.Failures.Take(most)) Console.WriteLine($"{shrinker.Shrink(one, verdict).Text(one)}{Environment.NewLine}");
        var refusals = new Refusals(ProgramTests.ListFile("refusals.txt"));
        Console.WriteLine(refusals.Describe(tally));
        IReadOnlyList<string> surprises = refusals.Surprises(tally);
        foreach (string surprise in surprises) Console.WriteLine(surprise);
        Console.WriteLine(tally);
        Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");
        return tally.Failures.Count + surprises.Count > 0 ? 1 : 0;
    }
}
