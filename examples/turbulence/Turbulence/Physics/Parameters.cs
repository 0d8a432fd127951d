namespace Turbulence;

/// <summary>What determines a run of the core: it goes into every file, and a restart takes it from there.</summary>
/// <param name="Model">The equations.</param>
/// <param name="N">Points a side.</param>
/// <param name="Length">Side of the box.</param>
/// <param name="Dt">Time step.</param>
/// <param name="Nu">Coefficient of dissipation −ν k^(2 order), the same on both fields.</param>
/// <param name="Order">Order of dissipation; 1 is viscosity.</param>
/// <param name="Alpha">Adiabaticity (hw, mhw).</param>
/// <param name="Kappa">Density gradient (hw, mhw).</param>
/// <param name="B0">Mean field along x (kaw).</param>
public sealed record Parameters(Model Model, int N, double Length, double Dt, double Nu, int Order, double Alpha, double Kappa, double B0)
{
    /// <summary>Smallest wavenumber of the box, 2π / Length.</summary>
    public double BoxWavenumber => 2 * Math.PI / Length;

    /// <summary>The circle of modes that dealiasing keeps has this radius, in box wavenumbers.</summary>
    public double Cutoff => N / 3.0;

    /// <summary>The parameters that count in the model, in a line.</summary>
    public string Describe()
    {
        string own = Model switch
        {
            Model.Kaw => FormattableString.Invariant($", b0 {B0}"),
            Model.Mhd => "",
            _ => FormattableString.Invariant($", alpha {Alpha}, kappa {Kappa}"),
        };
        return FormattableString.Invariant($"{Options.Word(Model)}, {N} x {N} points, length {Length:g6}, dt {Dt}, nu {Nu} of order {Order}{own}");
    }

    /// <summary>Values that make a reasonable run of a model.</summary>
    public static Parameters Default(Model model) => model switch
    {
        Model.Hw or Model.Mhw => new(model, 128, 2 * Math.PI / 0.15, 0.02, 1e-5, 3, Alpha: 1, Kappa: 1, B0: 0),
        Model.Kaw => new(model, 64, 2 * Math.PI, 1e-3, 1e-2, 1, Alpha: 0, Kappa: 0, B0: 0),
        Model.Mhd => new(model, 128, 2 * Math.PI, 2e-3, 5e-3, 1, Alpha: 0, Kappa: 0, B0: 0),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model, "There are hw, mhw, kaw and mhd."),
    };
}
