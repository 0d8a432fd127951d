namespace DistArray.Trilinos;

/// <summary>An iterative method of AztecOO.</summary>
public enum AztecMethod
{
    /// <summary>Conjugate gradients: symmetric positive definite operators.</summary>
    CG = 0,

    /// <summary>Generalized minimal residuals: any operator.</summary>
    Gmres = 1,

    /// <summary>Conjugate gradients squared: any operator, short recurrences.</summary>
    Cgs = 2,

    /// <summary>Transpose-free quasi-minimal residuals: any operator, short recurrences.</summary>
    Tfqmr = 3,

    /// <summary>Stabilized biconjugate gradients: any operator, short recurrences.</summary>
    BiCGStab = 4,
}
