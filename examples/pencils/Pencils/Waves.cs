using Pencils.Core;

namespace Pencils;

/// <summary>The closed form of the solution at a time (Cole and Hopf): the mean flow - 2 nu grad(theta)/theta.</summary>
public sealed class Waves(ParametersModule parameters, double time)
{
    private readonly double _nu = parameters.Nu, _amplitude = parameters.Amplitude;
    private readonly double[] _flow = parameters.MeanFlow.View.Span.ToArray();
    private readonly double _first = Math.Exp(-2 * parameters.Nu * time), _second = Math.Exp(-5 * parameters.Nu * time);

    /// <summary>The component along x.</summary>
    public double U(double x, double y, double z) => _flow[0] + (2 * _nu * _amplitude * _first * Math.Sin(Sum(x, y)) / Theta(x, y, z));

    /// <summary>The component along y.</summary>
    public double V(double x, double y, double z) =>
        _flow[1] + (2 * _nu * _amplitude * ((_first * Math.Sin(Sum(x, y))) - (_second * Math.Cos(Difference(y, z)))) / Theta(x, y, z));

    /// <summary>The component along z.</summary>
    public double W(double x, double y, double z) => _flow[2] + (4 * _nu * _amplitude * _second * Math.Cos(Difference(y, z)) / Theta(x, y, z));

    private double Theta(double x, double y, double z) => 1 + (_amplitude * ((_first * Math.Cos(Sum(x, y))) + (_second * Math.Sin(Difference(y, z)))));

    // Phases of the two waves, which travel with the mean flow.
    private double Sum(double x, double y) => x - (_flow[0] * time) + (y - (_flow[1] * time));

    private double Difference(double y, double z) => y - (_flow[1] * time) - (2 * (z - (_flow[2] * time)));
}
