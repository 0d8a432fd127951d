using System.Diagnostics;
using System.Globalization;
using Turbulence;

namespace Demo;

/// <summary>The main job on two ranks: turbulence from noise; then a stretch both ways, wrapped and plain; then a table.</summary>
internal static class Program
{
    private const int Pairs = 7;
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(15);
    private static readonly string[] s_options = ["--output", "--n", "--until"];

    private static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            var given = new Arguments(args, s_options);
            if (given.Help)
            {
                Console.WriteLine("usage: dotnet Demo.dll [--output DIR] [--n POINTS] [--until TIME]");
                return 0;
            }
            int n = given.Integer("--n", n => n % 2 == 0 && n >= 8, "even, at least 8") ?? 256;
            double until = given.Number("--until", until => until > 0, "positive") ?? 160;
            return Run(given.Text("--output") ?? "demo", n, until) ? 0 : 1;
        }
        catch (UsageException e)
        {
            Console.Error.WriteLine($"demo: {e.Message}");
            return 2;
        }
        catch (DemoFailedException e)
        {
            Console.Error.WriteLine($"demo: {e.Message}");
            return 1;
        }
    }

    private static bool Run(string folder, int n, double until)
    {
        var clock = Stopwatch.StartNew();
        Parameters p = Parameters.Default(Model.Hw) with { N = n, Dt = 0.025, Nu = 1e-6 };
        string saturated = Path.Combine(folder, "saturated.raw");
        Console.WriteLine($"Hasegawa–Wakatani turbulence from noise: {n} × {n} points, 2 ranks, a Fortran core driven from C#");
        Job main = Job.Run(s_deadline, isShown: true,
        [
            "dotnet", typeof(Options).Assembly.Location, "--model", "hw", "--n", $"{n}", "--dt", $"{p.Dt}", "--nu", $"{p.Nu}", "--until", $"{until}",
            "--output", folder, "--json", Path.Combine(folder, "series.json"), "--snapshot-every", $"{until / 8}", "--raw-final", saturated, "--poisson", "1e-10",
        ]);

        int steps = Math.Clamp((int)(300 * Math.Pow(256.0 / n, 2)), 100, 1000);
        Console.WriteLine($"\nThe same state, {steps} steps, {Pairs} times each: driven from C#, and by the core's own Fortran program");
        Stretch stretch = Stretch.Run(folder, saturated, p, steps, Pairs);

        Console.WriteLine();
        Table.Write(
        [
            ("bitwise comparison", $"{stretch.Bytes.Compared:N0} bytes compared, {stretch.Bytes.Differing:N0} differ"),
            ("cost wrapped : plain, wall", $"{Span(stretch.WallRatio)}   ({1e3 * stretch.WrappedStep:0.00} ms a step)"),
            ("cost wrapped : plain, CPU", Span(stretch.CpuRatio)),
            ("bytes copied at the border", $"{main.Number("bytes_copied"):N0}   (views at the core's own addresses, on every rank)"),
            ("energy budget residual", $"{Math.Abs(main.Number("energy_budget_residual")):0.0e0}   (dE/dt against Γn − Γc − D_E, relative)"),
            ("enstrophy budget residual", $"{Math.Abs(main.Number("enstrophy_budget_residual")):0.0e0}   (dU/dt against Γn − D_U, relative)"),
            ("∇²φ = Ω by Trilinos", $"{main.Number("poisson_iterations")} iterations of CG with multigrid on the core's memory, residual {main.Number("poisson_residual"):0.0e0}; "
                + $"{main.Number("poisson_difference"):0.0e0} from the core's own φ"),
            ("time", $"{clock.Elapsed.TotalSeconds:0} s"),
            ("files", Path.GetFullPath(folder)),
            .. Files(folder),
        ]);
        return stretch.Bytes.Differing == 0;
    }

    private static string Span(double[] ratios) => $"{Stretch.Median(ratios):0.000}   ({ratios.Min():0.000} to {ratios.Max():0.000})";

    private static IEnumerable<(string, string)> Files(string folder) =>
        new DirectoryInfo(folder).GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => ("", $"{file.Length,12:N0}  {file.Name}"));
}
