namespace DistArray.Trilinos;

/// <summary>Which eigenvalues are looked for.</summary>
public enum EigenTarget
{
    /// <summary>Those of smallest absolute value.</summary>
    SmallestMagnitude,

    /// <summary>Those of largest absolute value.</summary>
    LargestMagnitude,

    /// <summary>Those of smallest real part.</summary>
    SmallestReal,

    /// <summary>Those of largest real part.</summary>
    LargestReal,
}
