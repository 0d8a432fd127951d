using System.Globalization;
using Turbulence;

namespace DistArray.Benchmarks.Main;

/// <summary>A run of Hasegawa–Wakatani turbulence: points a side, side of the box, step, dissipation and its order, steps to time and before.</summary>
internal sealed record StepCase(int N, double Length, double Dt, double Nu, int Order, int Steps, int WarmUp)
{
    /// <summary>The same for the core.</summary>
    public Parameters Parameters => Parameters.Default(Model.Hw) with { N = N, Length = Length, Dt = Dt, Nu = Nu, Order = Order };

    /// <summary>As arguments of the worker, after the file of the initial state.</summary>
    public string[] Arguments(string initial) =>
        [initial, .. ((double[])[N, Length, Dt, Nu, Order, Steps, WarmUp]).Select(value => value.ToString("R", CultureInfo.InvariantCulture))];

    /// <summary>From arguments of the worker.</summary>
    public static (string Initial, StepCase Case) Parse(IReadOnlyList<string> arguments)
    {
        var values = arguments.Skip(1).Take(7).Select(Jobs.Number).ToArray();
        return (arguments[0], new StepCase((int)values[0], values[1], values[2], values[3], (int)values[4], (int)values[5], (int)values[6]));
    }
}
