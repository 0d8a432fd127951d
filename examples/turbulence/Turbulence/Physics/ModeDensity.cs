namespace Turbulence;

/// <summary>What a mode adds to a box mean, the half of it that is not stored left aside.</summary>
public delegate double ModeDensity(in Mode mode);
