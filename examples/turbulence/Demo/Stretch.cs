using System.Globalization;
using Turbulence;

namespace Demo;

/// <summary>A stretch of steps from one state, both ways: the core driven from C#, and by its own Fortran program.</summary>
/// <param name="Bytes">The two last states, byte by byte.</param>
/// <param name="WallRatio">Wall-clock time, wrapped : plain, of each pair of runs.</param>
/// <param name="CpuRatio">CPU time, likewise.</param>
/// <param name="WrappedStep">Wall-clock time of a wrapped step, median, in seconds.</param>
internal sealed record Stretch(Comparison Bytes, double[] WallRatio, double[] CpuRatio, double WrappedStep)
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(120);

    /// <summary>Runs pairs, the order of the two changing from pair to pair.</summary>
    public static Stretch Run(string folder, string initial, Parameters p, int steps, int pairs)
    {
        string wrappedFinal = Path.Combine(folder, "wrapped.raw"), plainFinal = Path.Combine(folder, "plain.raw");
        string[] wrapped =
        [
            "dotnet", typeof(Options).Assembly.Location, "--model", Options.Word(p.Model), "--n", Text(p.N), "--length", Text(p.Length), "--dt", Text(p.Dt),
            "--nu", Text(p.Nu), "--order", Text(p.Order), "--steps", Text(steps), "--raw-initial", initial, "--raw-final", wrappedFinal,
        ];
        string[] plain =
        [
            CoreFiles.Program, $"model={Options.Word(p.Model)}", $"n={Text(p.N)}", $"length={Text(p.Length)}", $"dt={Text(p.Dt)}",
            $"nu={Text(p.Nu)}", $"order={Text(p.Order)}", $"steps={Text(steps)}", $"initial={initial}", $"final={plainFinal}",
        ];
        var runs = new List<(Job Wrapped, Job Plain)>();
        for (int pair = 0; pair < pairs; pair++)
        {
            bool isWrappedFirst = pair % 2 == 0;
            Job first = Job.Run(s_deadline, isShown: false, isWrappedFirst ? wrapped : plain);
            Job second = Job.Run(s_deadline, isShown: false, isWrappedFirst ? plain : wrapped);
            runs.Add(isWrappedFirst ? (first, second) : (second, first));
        }
        return new Stretch(Comparison.Of(wrappedFinal, plainFinal), Ratio("wall_per_step"), Ratio("cpu_per_step"),
            Median([.. runs.Select(run => run.Wrapped.Number("wall_per_step"))]));

        double[] Ratio(string name) => [.. runs.Select(run => run.Wrapped.Number(name) / run.Plain.Number(name))];
    }

    /// <summary>The middle value.</summary>
    public static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Text(IFormattable number) => number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture);
}
