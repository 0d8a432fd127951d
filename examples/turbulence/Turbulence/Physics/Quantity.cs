using System.Numerics;
using static Turbulence.Mode;

namespace Turbulence;

/// <summary>A box mean that is a sum over modes.</summary>
/// <param name="Name">The name in the time series.</param>
/// <param name="Density">What one mode adds.</param>
public sealed record Quantity(string Name, ModeDensity Density)
{
    /// <summary>The time series of a model.</summary>
    public static IReadOnlyList<Quantity> Of(Parameters p) => p.Model switch
    {
        Model.Mhd =>
        [
            new("kineticEnergy", (in m) => 0.5 * Square(m.First) / m.K2),
            new("magneticEnergy", (in m) => 0.5 * m.K2 * Square(m.Second)),
            new("meanSquareVorticity", (in m) => Square(m.First)),
            new("meanSquareCurrent", (in m) => m.K2 * m.K2 * Square(m.Second)),
            new("crossHelicity", (in m) => Product(m.First, m.Second)),
            new("halfMeanSquarePotential", (in m) => 0.5 * Square(m.Second)),
        ],
        Model.Kaw =>
        [
            new("magneticEnergy", (in m) => 0.5 * m.K2 * Square(m.First)),
            new("densityEnergy", (in m) => 0.5 * Square(m.Second)),
            new("halfMeanSquareFlux", (in m) => 0.5 * Square(m.First)),
            new("crossCorrelation", (in m) => Product(m.Second, m.First)),
        ],
        _ =>
        [
            new("energy", (in m) => 0.5 * (Square(m.First) + m.K2 * Square(m.Potential))),
            new("generalizedEnstrophy", (in m) => 0.5 * Square(m.First - m.Second)),
            new("particleFlux", (in m) => -p.Kappa * Product(m.First, Complex.ImaginaryOne * m.Ky * m.Potential)),
            new("resistiveFlux", (in m) => p.Model == Model.Mhw && m.Ky == 0 ? 0 : p.Alpha * Square(m.First - m.Potential)),
            new("kineticEnergy", (in m) => 0.5 * m.K2 * Square(m.Potential)),
            new("zonalKineticEnergy", (in m) => m.Ky == 0 ? 0.5 * m.K2 * Square(m.Potential) : 0),
        ],
    };

    /// <summary>What hw and mhw lose to dissipation: D_E of the energy, D_U of the generalized enstrophy.</summary>
    public static IReadOnlyList<Quantity> Dissipation(Parameters p) =>
    [
        new("energyDissipation", (in m) => p.Nu * Math.Pow(m.K2, p.Order) * (Square(m.First) + m.K2 * Square(m.Potential))),
        new("enstrophyDissipation", (in m) => p.Nu * Math.Pow(m.K2, p.Order) * Square(m.First - m.Second)),
    ];

    /// <summary>The energies whose shell spectra are worth a picture.</summary>
    public static IReadOnlyList<Quantity> Spectra(Parameters p) => p.Model switch
    {
        Model.Mhd => [new("kinetic ½k²|ψ|²", Of(p)[0].Density), new("magnetic ½k²|a|²", Of(p)[1].Density)],
        Model.Kaw => [new("magnetic ½k²|ψ|²", Of(p)[0].Density), new("density ½|n|²", Of(p)[1].Density)],
        _ => [new("kinetic ½k²|φ|²", Of(p)[4].Density), new("density ½|n|²", (in m) => 0.5 * Square(m.First))],
    };
}
