using System.Globalization;
using System.Text.RegularExpressions;
using Turbulence;

namespace DistArray.Benchmarks.Main;

/// <summary>A step of the turbulence core through C# : the same step in its own Fortran program, 256², two ranks.</summary>
internal static partial class StepBenchmark
{
    private const int Pairs = 15, Steps = 200, WarmUp = 50;

    /// <summary>What both programs run.</summary>
    public static readonly StepCase Case = new(256, 2 * Math.PI / 0.15, 5e-3, 1e-7, 2, Steps, WarmUp);

    public static IEnumerable<Row> Measure()
    {
        string initial = Path.Combine(Path.GetTempPath(), $"distarray-bench-{Environment.ProcessId}.raw");
        try
        {
            Jobs.Run(2, Workers.Command("step", [.. Case.Arguments(initial), "create"]));
            var wrapped = new List<(double Wall, double Cpu)>();
            var plain = new List<(double Wall, double Cpu)>();
            for (int i = 0; i < Pairs; i++)
            {
                if (i % 2 == 0) wrapped.Add(Wrapped(initial));
                plain.Add(Plain(initial));
                if (i % 2 == 1) wrapped.Add(Wrapped(initial));
            }
            return
            [
                Row.OfPairs("step 256² on 2 ranks, wrapped : plain, wall time", 1.01, [.. wrapped.Select(t => t.Wall)], [.. plain.Select(t => t.Wall)], Show),
                Row.OfPairs("step 256² on 2 ranks, wrapped : plain, CPU time", 1.01, [.. wrapped.Select(t => t.Cpu)], [.. plain.Select(t => t.Cpu)], Show),
            ];
        }
        finally
        {
            File.Delete(initial);
        }

        static string Show(double seconds) => $"{seconds / Steps * 1e3:F3} ms";
    }

    /// <summary>The command of the core's own program.</summary>
    public static string[] PlainCommand(string initial, int repeat = 1) =>
    [
        CoreFiles.Program, "model=hw", Invariant($"n={Case.N}"), Invariant($"length={Case.Length:R}"), Invariant($"dt={Case.Dt:R}"),
        Invariant($"nu={Case.Nu:R}"), Invariant($"order={Case.Order}"), $"initial={initial}", $"steps={Steps}", $"warmup={WarmUp}", $"repeat={repeat}",
    ];

    private static (double Wall, double Cpu) Wrapped(string initial)
    {
        var line = Jobs.Lines(Jobs.Run(2, Workers.Command("step", [.. Case.Arguments(initial), "time"]))).Single();
        return (Jobs.Number(line[0]), Jobs.Number(line[1]));
    }

    private static (double Wall, double Cpu) Plain(string initial)
    {
        var match = Timing().Match(Jobs.Run(2, PlainCommand(initial)).Output);
        return (Jobs.Number(match.Groups["wall"].Value), Jobs.Number(match.Groups["cpu"].Value));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"wall_seconds=\s*(?<wall>\S+)\s+cpu_seconds=\s*(?<cpu>\S+)")]
    private static partial Regex Timing();
}
