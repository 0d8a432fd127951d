using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Nonlinear;

/// <summary>Bratu's problem in one dimension, u'' + λ eᵘ = 0 with zeros at the ends, which has a closed form; and systems whose roots are known.</summary>
public class NoxTests
{
    private const double Lambda = 1;

    /// <summary>The lower branch: u = -2 ln(cosh((x - 1/2) θ / 2) / cosh(θ / 4)), θ = sqrt(2 λ) cosh(θ / 4).</summary>
    private static double Exact(double x)
    {
        double theta = 1.5;
        for (int i = 0; i < 200; i++) theta = Math.Sqrt(2 * Lambda) * Math.Cosh(theta / 4);
        return -2 * Math.Log(Math.Cosh((x - 0.5) * theta / 2) / Math.Cosh(theta / 4));
    }

    private static (Distribution Line, ArrayFunction F, double H) Bratu(ICommunicator world, int n)
    {
        double h = 1.0 / (n + 1);
        var line = new Distribution(world, [n], "b", haloLow: [1], haloHigh: [1]);
        return (line, (u, f) => f.Assign(((2 * u) - u.Shift(0, 1) - u.Shift(0, -1)) * (1 / (h * h)) - (Lambda * Np.Exp(u))), h);
    }

    [MpiTest(1, 2, 3, 4)]
    public void BratusProblem_WithoutAJacobian_ConvergesToTheClosedFormWithSecondOrder(ICommunicator world)
    {
        var errors = new List<double>();
        foreach (int n in new[] { 15, 31, 63 })
        {
            (Distribution line, ArrayFunction f, double h) = Bratu(world, n);
            using DistArray<double> u = Np.Zeros<double>(line.WithoutHalo()), exact = Np.FromFunction(line.WithoutHalo(), (long i) => Exact((i + 1) * h));
            NonlinearResult result = new NoxSolver(line, f) { LinearTolerance = 1e-8, Tolerance = 1e-9 }.Solve(u).ThrowIfNotConverged();
            Assert.That(result.Iterations, Is.InRange(2, 6));
            Assert.That(result.ResidualHistory, Has.Count.EqualTo(result.Iterations + 1));
            Assert.That(result.ResidualHistory[^1], Is.LessThan(1e-9 * result.ResidualHistory[0]));
            errors.Add(Np.Abs(u - exact).Max());
        }
        Assert.That(errors[0] / errors[1], Is.EqualTo(4).Within(0.1));
        Assert.That(errors[1] / errors[2], Is.EqualTo(4).Within(0.1));
    }

    [MpiTest(1, 2, 3)]
    public void Newton_WithItsMatrix_ConvergesQuadratically(ICommunicator world)
    {
        (Distribution line, ArrayFunction f, double h) = Bratu(world, 40);
        using TpetraCrsMatrix jacobian = TpetraCrsMatrix.FromStencil(line, Stencil.NegativeLaplacian(h));
        double[] laplacian = jacobian.Values.ToArray();
        long[] rows = jacobian.Range.Indices(), columns = jacobian.Columns();
        using Ifpack2Preconditioner ilu = Ifpack2Preconditioner.Ilu(jacobian);
        using DistArray<double> u = Np.Zeros<double>(line.WithoutHalo());
        int updates = 0;
        NonlinearResult result = new NoxSolver(line, f)
        {
            Jacobian = jacobian, Preconditioner = ilu, LinearTolerance = 1e-12, LineSearch = LineSearch.FullStep, Tolerance = 1e-12,
            Update = state =>
            {
                updates++;
                LocalView<double> values = state.LocalView;
                for (int row = 0; row < rows.Length; row++)
                    for (int k = (int)jacobian.RowPointers[row]; k < jacobian.RowPointers[row + 1]; k++)
                        jacobian.Values[k] = laplacian[k] - (columns[k] == rows[row] ? Lambda * Math.Exp(values[row]) : 0);
                ilu.Recompute();
            },
        }.Solve(u).ThrowIfNotConverged();
        Assert.That(updates, Is.EqualTo(result.Iterations));
        Assert.That(result.LinearIterations, Is.GreaterThan(0));
        // Each step at least squares the relative residual, until rounding.
        double[] r = [.. result.ResidualHistory.Select(x => x / result.ResidualHistory[0])];
        Assert.That(r[1], Is.LessThan(0.1));
        Assert.That(r[2], Is.LessThan(10 * r[1] * r[1]));
    }

    [MpiTest(1, 2, 3)]
    public void LineSearchesAndForcing_FindTheSameRoot(ICommunicator world)
    {
        (Distribution line, ArrayFunction f, double h) = Bratu(world, 30);
        using DistArray<double> exact = Np.FromFunction(line.WithoutHalo(), (long i) => Exact((i + 1) * h));
        foreach (LineSearch search in Enum.GetValues<LineSearch>())
        {
            foreach (bool inexact in new[] { false, true })
            {
                using DistArray<double> u = Np.Full(line.WithoutHalo(), 0.3);
                new NoxSolver(line, f) { LineSearch = search, IsInexact = inexact, LinearTolerance = inexact ? 0.1 : 1e-6 }.Solve(u).ThrowIfNotConverged();
                Assert.That(Np.Abs(u - exact).Max(), Is.LessThan(1e-4), $"{search} {inexact}");
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Ends_ThatAreNoRoot_AreTold(ICommunicator world)
    {
        var line = new Distribution(world, [7]);
        using DistArray<double> u = Np.Ones<double>(line);
        // u² + 1 has no root.
        NonlinearResult none = new NoxSolver(line, (x, f) => f.Assign((x * x) + 1)) { MaxIterations = 8, LineSearch = LineSearch.FullStep }.Solve(u);
        Assert.That(none.Converged, Is.False);
        Assert.That(() => none.ThrowIfNotConverged(), Throws.InstanceOf<TrilinosException>());
        u.Fill(2);
        NonlinearResult there = new NoxSolver(line, (x, f) => f.Assign(x - 2)).Solve(u);
        Assert.That((there.Converged, there.Iterations), Is.EqualTo((true, 0)));
        Assert.That(() => new NoxSolver(line, (x, f) => f.Assign(x * double.NaN)).Solve(u), Throws.ArgumentException.With.Message.Contains("not finite"));
        using DistArray<double> other = Np.Ones<double>(new Distribution(world, [8]));
        Assert.That(() => new NoxSolver(line, (x, f) => f.Assign(x)).Solve(other), Throws.ArgumentException.With.Message.Contains("Redistribute"));
    }

    [MpiTest(1, 2, 3)]
    public void AFunction_ThatThrowsOnOneRank_EndsTheSolveOnAll(ICommunicator world)
    {
        var line = new Distribution(world, [9]);
        bool last = world.Rank == world.Size - 1;
        foreach (int at in new[] { 1, 2, 4 })
        {
            int calls = 0;
            using DistArray<double> u = Np.Ones<double>(line);
            var solver = new NoxSolver(line, (x, f) =>
            {
                if (++calls == at && last) throw new InvalidDataException("the coefficient is missing");
                f.Assign((x * x) - 3);
            });
            Assert.That(() => solver.Solve(u), Throws.Exception.With.Message.Contains("the coefficient is missing"), $"{at}");
        }
        using DistArray<double> v = Np.Ones<double>(line);
        Assert.That(() => new NoxSolver(line, (x, f) => f.Assign((x * x) - 3))
        {
            Progress = (i, _) =>
            {
                if (i == 2 && last) throw new OperationCanceledException("enough");
            },
        }.Solve(v), Throws.Exception.With.Message.Contains("enough"));
        using DistArray<double> w = Np.Ones<double>(line);
        Assert.That(() => new NoxSolver(line, (x, f) => f.Assign((x * x) - 3))
        {
            Update = _ =>
            {
                if (last) throw new InvalidDataException("no matrix");
            },
        }.Solve(w), Throws.Exception.With.Message.Contains("no matrix"));
    }
}
