namespace DistArray.Trilinos;

/// <summary>Why an iterative solve ended.</summary>
public enum SolveReason
{
    /// <summary>The tolerance was met.</summary>
    Converged,

    /// <summary>The iterations were used up.</summary>
    MaxIterations,

    /// <summary>The residual that the method updates met the tolerance, or nearly, but the true one is far from it: rounding has parted them.</summary>
    LostAccuracy,

    /// <summary>The method cannot go on: a division by 0 or by what is nearly 0.</summary>
    Breakdown,
}
