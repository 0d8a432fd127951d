using DistArray.Benchmarks;
using DistArray.Benchmarks.Arrays;
using DistArray.Benchmarks.IO;
using DistArray.Benchmarks.Main;
using DistArray.Benchmarks.Solvers;

// The parent starts this program again, on several ranks, with the name of a worker first.
if (args is ["--worker", var worker, .. var rest]) return Workers.Run(worker, rest);

IBenchmark[] benchmarks = [new MainBenchmark(), new ArraysBenchmark(), new TrilinosBenchmark(), new IOBenchmark()];
string name = "main", output = "artifacts/bench";
for (int i = 0; i < args.Length; i++)
{
    if (args[i] == "--output" && i + 1 < args.Length) output = args[++i];
    else if (args[i] == "--only" && i + 1 < args.Length) Settings.Only = args[++i];
    else if (args[i] == "--quick") Settings.Quick = true;
    else name = args[i];
}
if (benchmarks.FirstOrDefault(candidate => candidate.Name == name) is not { } benchmark)
{
    Console.Error.WriteLine($"There is no benchmark '{name}'; there are: {string.Join(", ", benchmarks.Select(candidate => candidate.Name))}. "
        + "Options: --output FOLDER, --quick (few samples), --only PART (of arrays; solves, assembly or products of trilinos).");
    return 2;
}
var rows = benchmark.Measure();
// Part of a table, or one of few samples, does not take the place of the table.
string file = Path.Combine(output, name + (Settings.Only is { } part ? "-" + part.Replace(' ', '-') : "") + (Settings.Quick ? "-quick" : ""));
Report.Write(file, rows);
Report.Print(rows);
Console.WriteLine($"Written to {file}.json and .md; {rows.Count(row => row.Passes)} of {rows.Count} rows keep their limits.");
return 0;
