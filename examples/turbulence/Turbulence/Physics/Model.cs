namespace Turbulence;

/// <summary>The equations the core solves, by the numbers that it knows them by.</summary>
public enum Model
{
    /// <summary>Hasegawa–Wakatani: density n, vorticity Ω.</summary>
    Hw = 1,

    /// <summary>Modified Hasegawa–Wakatani: zonal modes (ky = 0) feel no parallel resistivity.</summary>
    Mhw = 2,

    /// <summary>Kinetic Alfvén waves: flux ψ, density n.</summary>
    Kaw = 3,

    /// <summary>Reduced magnetohydrodynamics: vorticity ω, flux a.</summary>
    Mhd = 4,
}
