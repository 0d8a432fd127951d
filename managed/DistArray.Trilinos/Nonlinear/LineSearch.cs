namespace DistArray.Trilinos;

/// <summary>How far a nonlinear solver goes along a Newton step.</summary>
public enum LineSearch
{
    /// <summary>All of it: fastest near the solution.</summary>
    FullStep = 0,

    /// <summary>Halved until the residual falls.</summary>
    Backtrack = 1,

    /// <summary>To the minimum of a polynomial through what is known.</summary>
    Polynomial = 2,
}
