namespace DistArray.Trilinos;

/// <summary>A method of Anasazi.</summary>
public enum AnasaziMethod
{
    /// <summary>Block Krylov–Schur: any operator, and the only one for operators that are not symmetric.</summary>
    KrylovSchur = 0,

    /// <summary>Block Davidson: symmetric operators, with a preconditioner.</summary>
    Davidson = 1,

    /// <summary>Locally optimal block preconditioned conjugate gradients: smallest or largest eigenvalues of symmetric operators.</summary>
    Lobpcg = 2,
}
