namespace DistArray.Trilinos;

/// <summary>An iterative method of Belos.</summary>
public enum BelosMethod
{
    /// <summary>Conjugate gradients for several right-hand sides at a time, each by itself: symmetric positive definite operators.</summary>
    PseudoBlockCG,

    /// <summary>Block conjugate gradients: <see cref="BelosSolver.BlockSize"/> right-hand sides at a time share one space.</summary>
    BlockCG,

    /// <summary>Conjugate gradients that recycle part of their space for the next solve with the same solver.</summary>
    RecyclingCG,

    /// <summary>Minimal residuals: symmetric operators that may be indefinite.</summary>
    Minres,

    /// <summary>Generalized minimal residuals for several right-hand sides at a time, each by itself: any operator.</summary>
    PseudoBlockGmres,

    /// <summary>Block generalized minimal residuals: <see cref="BelosSolver.BlockSize"/> right-hand sides at a time share one space.</summary>
    BlockGmres,

    /// <summary>Block generalized minimal residuals with a preconditioner that may differ from one iteration to the next.</summary>
    FlexibleGmres,

    /// <summary>Generalized minimal residuals that recycle part of their space (GCRO-DR) for restarts and for the next solve with the same solver.</summary>
    RecyclingGmres,

    /// <summary>Stabilized biconjugate gradients: any operator, short recurrences.</summary>
    BiCGStab,

    /// <summary>Transpose-free quasi-minimal residuals: any operator, short recurrences.</summary>
    Tfqmr,
}
