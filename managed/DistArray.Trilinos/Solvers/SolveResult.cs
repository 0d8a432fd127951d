using System.Globalization;

namespace DistArray.Trilinos;

/// <summary>How an iterative solve ended; the same on every rank.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Iterations">Number of iterations.</param>
/// <param name="AchievedTolerance">Relative residual by the method's own measure, the largest of the right-hand sides.</param>
/// <param name="Residual">Largest ‖b − A x‖ / ‖b‖ of the right-hand sides, computed from the solutions at the end.</param>
/// <param name="ResidualHistory">Relative residual after each iteration by the method's own measure, the largest of the right-hand sides; empty on
/// communicators without the job's first rank, on which Belos tells.</param>
public sealed record SolveResult(SolveReason Reason, int Iterations, double AchievedTolerance, double Residual, IReadOnlyList<double> ResidualHistory)
{
    /// <summary>Whether the tolerance was met.</summary>
    public bool Converged => Reason == SolveReason.Converged;

    /// <summary>Throws where the tolerance was not met.</summary>
    /// <returns>The result itself.</returns>
    /// <exception cref="TrilinosException">It was not.</exception>
    /// <remarks>Local; throws on every rank alike.</remarks>
    public SolveResult ThrowIfNotConverged() => Converged ? this : throw new TrilinosException($"The solve did not converge: {this}.");

    /// <summary>Such as "Converged after 12 iterations, residual 3.1e-9".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason} after {Iterations} iterations, residual {Residual:0.0e+0}");
}
