using DistArray.Trilinos;

namespace DistArray.Cli.SelfTesting;

/// <summary>A solve with Belos, of a system whose solution is known.</summary>
internal static class TrilinosTest
{
    public static string? Run(ICommunicator world, string folder)
    {
        const int n = 15;
        const double h = 1.0 / (n + 1);
        var grid = new Distribution(world, [n, n], "bn");
        // u = x (1 − x) y (1 − y), for which second differences are exact.
        static double At(long i) => (i + 1) * h * (1 - (i + 1) * h);
        using DistArray<double> exact = Np.FromFunction<double>(grid, index => At(index[0]) * At(index[1]));
        using DistArray<double> right = Np.FromFunction<double>(grid, index => 2 * (At(index[0]) + At(index[1])));
        using TpetraCrsMatrix matrix = TpetraCrsMatrix.FromStencil(grid, Stencil.NegativeLaplacian(h, h));
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, matrix) { Tolerance = 1e-12 };
        using DistArray<double> u = Np.Zeros<double>(grid);
        SolveResult result = solver.Solve(right, u).ThrowIfNotConverged();
        double error = Np.Abs(u - exact).Max();
        return error < 1e-10 ? $"{result.Iterations} iterations" : throw new WrongException($"the error of the solution is {error:0.0e+0}");
    }
}
