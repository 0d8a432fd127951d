using System.Numerics;
using DistArray;

namespace Turbulence;

/// <summary>The exact balance of Hasegawa–Wakatani: dE/dt = Γn − Γc − D_E and dU/dt = Γn − D_U, checked over five successive steps.</summary>
/// <param name="p">Model and box.</param>
public sealed class EnergyBudget(Parameters p)
{
    private const int Window = 5;
    private readonly IReadOnlyList<Quantity> _quantities = [.. Quantity.Of(p), .. Quantity.Dissipation(p)];
    private readonly Queue<double[]> _samples = [];

    /// <summary>Whether the model has such a budget.</summary>
    public static bool Exists(Model model) => model is Model.Hw or Model.Mhw;

    /// <summary>Steps before the end at which the window begins.</summary>
    public static int Before => Window - 1;

    /// <summary>What is left of dE/dt − (Γn − Γc − D_E), over Γn + Γc + D_E, in the middle of the last five samples.</summary>
    public double? EnergyResidual => Residual(s => s[0], s => s[2] - s[3] - s[6], s => Math.Abs(s[2]) + s[3] + s[6]);

    /// <summary>What is left of dU/dt − (Γn − D_U), over Γn + D_U, in the middle of the last five samples.</summary>
    public double? EnstrophyResidual => Residual(s => s[1], s => s[2] - s[7], s => Math.Abs(s[2]) + s[7]);

    /// <summary>Takes a sample; they lie one step apart.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Add(DistArray<Complex> state)
    {
        _samples.Enqueue(ModeSums.Means(state, p, _quantities));
        if (_samples.Count > Window) _samples.Dequeue();
    }

    // The derivative by central differences of fourth order.
    private double? Residual(Func<double[], double> value, Func<double[], double> rate, Func<double[], double> scale)
    {
        if (_samples.Count < Window) return null;
        double[][] s = [.. _samples];
        double derivative = (8 * (value(s[3]) - value(s[1])) - (value(s[4]) - value(s[0]))) / (12 * p.Dt);
        return (derivative - rate(s[2])) / scale(s[2]);
    }
}
