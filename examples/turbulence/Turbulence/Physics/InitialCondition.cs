namespace Turbulence;

/// <summary>What a run starts from.</summary>
public enum InitialCondition
{
    /// <summary>Random phases in a band of wavenumbers (every model).</summary>
    Random,

    /// <summary>The Orszag–Tang vortex (mhd).</summary>
    OrszagTang,

    /// <summary>One wave, an exact nonlinear solution (kaw).</summary>
    Wave,

    /// <summary>A few large scales that decay (kaw).</summary>
    Decay,
}
