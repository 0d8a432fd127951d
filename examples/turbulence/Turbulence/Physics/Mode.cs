using System.Numerics;

namespace Turbulence;

/// <summary>One Fourier mode of the state.</summary>
/// <param name="Kx">Wavenumber along x.</param>
/// <param name="Ky">Wavenumber along y, at least 0.</param>
/// <param name="First">Coefficient of the first field: n (hw, mhw), ψ (kaw), ω (mhd).</param>
/// <param name="Second">Coefficient of the second field: Ω (hw, mhw), n (kaw), a (mhd).</param>
public readonly record struct Mode(double Kx, double Ky, Complex First, Complex Second)
{
    /// <summary>Kx² + Ky².</summary>
    public double K2 => Kx * Kx + Ky * Ky;

    /// <summary>φ of hw and mhw: Ω = ∇²φ.</summary>
    public Complex Potential => -Second / K2;

    /// <summary>|f|².</summary>
    public static double Square(Complex f) => f.Real * f.Real + f.Imaginary * f.Imaginary;

    /// <summary>Re(f* g): this mode's part of the box mean of f g.</summary>
    public static double Product(Complex f, Complex g) => f.Real * g.Real + f.Imaginary * g.Imaginary;
}
