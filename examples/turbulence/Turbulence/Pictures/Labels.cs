using System.Globalization;

namespace Turbulence;

/// <summary>Names and units of a model in its pictures.</summary>
/// <param name="p">The model.</param>
public sealed class Labels(Parameters p)
{
    private readonly bool _isDrift = p.Model is Model.Hw or Model.Mhw;

    /// <summary>What the coordinates are divided by.</summary>
    public string LengthUnit => _isDrift ? " / ρₛ" : "";

    /// <summary>The time axis.</summary>
    public string Time => _isDrift ? "time t cₛ / Lₙ" : "time t";

    /// <summary>The wavenumber axis.</summary>
    public string Wavenumber => _isDrift ? "wavenumber k ρₛ" : "wavenumber k";

    /// <summary>Curves over time: file, axis, and for each curve its quantity and its label.</summary>
    public IReadOnlyList<(string File, string Axis, (string Quantity, string Label)[] Curves)> TimeSeries => p.Model switch
    {
        Model.Kaw => [("energy", "energy, box mean", [("magneticEnergy", "magnetic ½|∇ψ|²"), ("densityEnergy", "density ½n²")])],
        Model.Mhd => [("energy", "energy, box mean", [("kineticEnergy", "kinetic ½u²"), ("magneticEnergy", "magnetic ½b²")])],
        _ =>
        [
            ("energy", "energy, box mean", [("energy", "E = ½(n² + |∇φ|²)"), ("kineticEnergy", "kinetic ½|∇φ|²"), ("zonalKineticEnergy", "of it zonal")]),
            ("fluxes", "flux, box mean", [("particleFlux", "Γₙ = −κ n ∂φ/∂y"), ("resistiveFlux", "α(n − φ)²")]),
        ],
    };

    /// <summary>Exponent of the line that a spectrum is compared with.</summary>
    public int Slope => p.Model == Model.Mhd ? -2 : -3;

    /// <summary>The line above a picture.</summary>
    public string Title(double time)
    {
        string t = time.ToString("g4", CultureInfo.InvariantCulture);
        string grid = $"{p.N} × {p.N}";
        return p.Model switch
        {
            Model.Hw => FormattableString.Invariant($"Hasegawa–Wakatani, α = {p.Alpha}, {grid}, t = {t} Lₙ/cₛ"),
            Model.Mhw => FormattableString.Invariant($"Modified Hasegawa–Wakatani, α = {p.Alpha}, {grid}, t = {t} Lₙ/cₛ"),
            Model.Kaw => FormattableString.Invariant($"Kinetic Alfvén waves, B₀ = {p.B0}, {grid}, t = {t}"),
            _ => $"Reduced MHD, {grid}, t = {t}",
        };
    }
}
