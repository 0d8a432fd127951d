namespace DistArray.Trilinos;

/// <summary>Which eigenvalues are looked for.</summary>
public enum EigenTarget
{
    /// <summary>Those of smallest absolute value.</summary>
    SmallestMagnitude = 0,

    /// <summary>Those of largest absolute value.</summary>
    LargestMagnitude = 1,

    /// <summary>Those of smallest real part.</summary>
    SmallestReal = 2,

    /// <summary>Those of largest real part.</summary>
    LargestReal = 3,
}
