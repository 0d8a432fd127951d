using System.Globalization;

namespace DistArray.Trilinos;

/// <summary>How a nonlinear solve ended; the same on every rank.</summary>
/// <param name="Converged">Whether the tolerance was met.</param>
/// <param name="Iterations">Number of Newton steps.</param>
/// <param name="LinearIterations">Iterations of all linear solves together.</param>
/// <param name="Residual">‖F‖ at the end.</param>
/// <param name="ResidualHistory">‖F‖ at the start and after each step.</param>
public sealed record NonlinearResult(bool Converged, int Iterations, int LinearIterations, double Residual, IReadOnlyList<double> ResidualHistory)
{
    /// <summary>Throws where the tolerance was not met.</summary>
    /// <returns>The result itself.</returns>
    /// <exception cref="TrilinosException">It was not.</exception>
    /// <remarks>Local; throws on every rank alike.</remarks>
    public NonlinearResult ThrowIfNotConverged() => Converged ? this : throw new TrilinosException($"The nonlinear solve did not converge: {this}. Start nearer, or take LineSearch.Backtrack.");

    /// <summary>Such as "converged after 5 steps, residual 3.1e-12".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Converged ? "converged" : "not converged")} after {Iterations} steps, residual {Residual:0.0e+0}");
}
