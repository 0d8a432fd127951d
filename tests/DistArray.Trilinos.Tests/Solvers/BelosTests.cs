using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Solvers;

public class BelosTests
{
    private static readonly BelosMethod[] s_methods = Enum.GetValues<BelosMethod>();

    [MpiTest(1, 2, 3, 4)]
    public void EveryMethod_SolvesPoissonsProblem(ICommunicator world)
    {
        using var p = new Poisson(world, 24);
        double discretization = 0;
        foreach (BelosMethod method in s_methods)
        {
            p.X.Fill(0);
            // What TFQMR measures is a bound of its residual.
            using var solver = new BelosSolver(method, p.Matrix) { Tolerance = method == BelosMethod.Tfqmr ? 1e-6 : 1e-10, MaxIterations = 4000 };
            SolveResult result = solver.Solve(p.B, p.X);
            Assert.That(result.Converged, Is.True, $"{method}: {result}");
            Assert.That(result.Residual, Is.LessThan(1e-6), $"{method}: {result}");
            if (discretization == 0) discretization = p.Error;
            Assert.That(p.Error, Is.EqualTo(discretization).Within(1e-6), $"{method}");
            Assert.That(result.Iterations, Is.InRange(5, 3000), $"{method}");
            Assert.That(result.ResidualHistory, Is.Not.Empty, $"{method}");
            Assert.That(result.ResidualHistory[^1], Is.LessThan(2e-6), $"{method}");
        }
        Assert.That(discretization, Is.InRange(1e-5, 1e-3));
    }

    [MpiTest(1, 2, 3, 4)]
    public void EveryMethod_WithAPreconditioner_NeedsFewerIterations(ICommunicator world)
    {
        using var p = new Poisson(world, 24);
        using Ifpack2Preconditioner ilu = Ifpack2Preconditioner.Chebyshev(p.Matrix, degree: 4);
        foreach (BelosMethod method in s_methods)
        {
            p.X.Fill(0);
            using var plain = new BelosSolver(method, p.Matrix) { MaxIterations = 4000 };
            int without = plain.Solve(p.B, p.X).Iterations;
            p.X.Fill(0);
            using var solver = new BelosSolver(method, p.Matrix) { MaxIterations = 4000, Preconditioner = ilu };
            SolveResult result = solver.Solve(p.B, p.X);
            Assert.That(result.Converged, Is.True, $"{method}: {result}");
            Assert.That(result.Residual, Is.LessThan(1e-6), $"{method}: {result}");
            Assert.That(result.Iterations, Is.LessThan(without), $"{method}");
        }
    }

    [MpiTest(1, 2, 3)]
    public void EveryMethod_SolvesWithAFunctionForTheMatrix(ICommunicator world)
    {
        using var p = new Poisson(world, 16);
        double h = 1.0 / 17;
        using TpetraOperator a = TpetraOperator.FromExpression(new Distribution(world, [16, 16], "bn", haloLow: [1, 1], haloHigh: [1, 1]), Laplacian, Laplacian);
        foreach (BelosMethod method in s_methods)
        {
            p.X.Fill(0);
            using var matrix = new BelosSolver(method, p.Matrix) { MaxIterations = 4000 };
            int iterations = matrix.Solve(p.B, p.X).Iterations;
            p.X.Fill(0);
            using var solver = new BelosSolver(method, a) { MaxIterations = 4000 };
            SolveResult result = solver.Solve(p.B, p.X);
            Assert.That(result.Converged, Is.True, $"{method}: {result}");
            Assert.That(result.Iterations, Is.EqualTo(iterations).Within(2), $"{method}");
            Assert.That(p.Error, Is.LessThan(2e-2), $"{method}");
        }

        DistArray<double> Laplacian(DistArray<double> x) => ((4 * x) - x.Shift(0, 1) - x.Shift(0, -1) - x.Shift(1, 1) - x.Shift(1, -1)) / (h * h);
    }

    [MpiTest(1, 2, 3, 4)]
    public void Solve_OfFinerGrids_ConvergesWithSecondOrder(ICommunicator world)
    {
        var errors = new List<double>();
        foreach (int n in new[] { 15, 31, 63 })
        {
            using var p = new Poisson(world, n, "bb", MemoryOrder.ColumnMajor);
            using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix);
            using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Tolerance = 1e-10, Preconditioner = multigrid };
            solver.Solve(p.B, p.X).ThrowIfNotConverged();
            errors.Add(p.Error);
        }
        Assert.That(errors[0] / errors[1], Is.EqualTo(4).Within(0.1));
        Assert.That(errors[1] / errors[2], Is.EqualTo(4).Within(0.05));
    }

    [MpiTest(1, 2, 3)]
    public void Solve_OfSeveralRightHandSides_SolvesEach(ICommunicator world)
    {
        using var p = new Poisson(world, 12);
        foreach (BelosMethod method in new[] { BelosMethod.PseudoBlockCG, BelosMethod.BlockCG, BelosMethod.PseudoBlockGmres, BelosMethod.BlockGmres, BelosMethod.BiCGStab, BelosMethod.Tfqmr, BelosMethod.Minres })
        {
            using TpetraMultiVector<double> x = TpetraMultiVector.Create<double>(p.Matrix.Domain, 3), b = TpetraMultiVector.Create<double>(p.Matrix.Range, 3);
            b.AsDistArray()[.., .., 0] = p.B;
            b.AsDistArray()[.., .., 1] = p.B * 2 + 1;
            b.AsDistArray()[.., .., 2] = p.Exact;
            using var solver = new BelosSolver(method, p.Matrix);
            Assert.That(solver.Solve(b, x).Converged, Is.True, $"{method}");
            using TpetraMultiVector<double> r = TpetraMultiVector.Create<double>(p.Matrix.Range, 3);
            p.Matrix.Apply(x, r);
            r.Update(-1, b, 1);
            foreach ((double residual, double scale) in r.Norm2().Zip(b.Norm2())) Assert.That(residual / scale, Is.LessThan(1e-6), $"{method}");
        }
    }

    [MpiTest(1, 2, 3)]
    public void Solve_FromTheSolution_NeedsNoIteration(ICommunicator world)
    {
        using var p = new Poisson(world, 12);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Tolerance = 1e-9 };
        int first = solver.Solve(p.B, p.X).Iterations;
        p.X[3, 4] = 0.9 * p.X[3, 4];
        Assert.That(first, Is.GreaterThan(10));
        p.B.Fill(0);
        p.X.Fill(0);
        SolveResult nothing = solver.Solve(p.B, p.X);
        Assert.That((nothing.Iterations, nothing.Converged, nothing.Residual), Is.EqualTo((0, true, 0.0)));
        // A guess that is not zero, and a right-hand side that is.
        p.X.Fill(1);
        SolveResult back = solver.Solve(p.B, p.X);
        Assert.That(back.Converged, Is.True);
        Assert.That(Np.Abs(p.X).Max(), Is.LessThan(1e-6));
    }

    [MpiTest(1, 2, 3)]
    public void Solve_ThatIsGivenTooFewIterations_SaysSo(ICommunicator world)
    {
        using var p = new Poisson(world, 24);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { MaxIterations = 7 };
        SolveResult result = solver.Solve(p.B, p.X);
        Assert.That((result.Reason, result.Iterations, result.Converged), Is.EqualTo((SolveReason.MaxIterations, 7, false)));
        Assert.That(result.ResidualHistory, Has.Count.EqualTo(7));
        Assert.That(() => result.ThrowIfNotConverged(), Throws.InstanceOf<TrilinosException>().With.Message.Contains("MaxIterations after 7"));
    }

    [MpiTest(1, 2, 3)]
    public void Progress_IsTold_AndItsExceptionEndsTheSolveOnAllRanks(ICommunicator world)
    {
        using var p = new Poisson(world, 24);
        var seen = new List<(int, double)>();
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Progress = (i, r) => seen.Add((i, r)) })
        {
            SolveResult result = solver.Solve(p.B, p.X);
            Assert.That(seen.Where(s => s.Item1 > 0).Select(s => s.Item2), Is.EqualTo(result.ResidualHistory));
        }
        p.X.Fill(0);
        int calls = 0;
        using var stopped = new BelosSolver(BelosMethod.PseudoBlockGmres, p.Matrix)
        {
            Progress = (i, _) =>
            {
                calls++;
                if (i == 5 && world.Rank == world.Size - 1) throw new OperationCanceledException("enough");
            },
        };
        Assert.That(() => stopped.Solve(p.B, p.X), Throws.Exception.With.Message.Contains("enough"));
        Assert.That(calls, Is.InRange(5, 8));
    }

    [MpiTest(1, 2, 3, 4)]
    public void AnOperator_ThatThrowsOnOneRank_EndsTheSolveOnAll(ICommunicator world)
    {
        foreach (BelosMethod method in s_methods)
        {
            int calls = 0;
            LocalFunction function = (x, y) =>
            {
                if (++calls == 4 && world.Rank == world.Size - 1) throw new InvalidDataException("the coefficient is missing");
                for (int i = 0; i < y.Shape[0]; i++) y[i] = (2 + (0.3 * i)) * x[i];
            };
            using TpetraOperator a = TpetraOperator.FromFunction(new Distribution(world, [50]), function, function);
            using DistArray<double> b = Np.Arange<double>(world, 50), x = Np.Zeros<double>(b.Distribution);
            using var solver = new BelosSolver(method, a) { Tolerance = 1e-13 };
            Assert.That(() => solver.Solve(b, x), Throws.Exception.With.Message.Contains("the coefficient is missing"), $"{method}");
        }
    }

    [MpiTest(1, 2, 3)]
    public void BadParameters_AreNamedWithWhatIsNear(ICommunicator world)
    {
        using var p = new Poisson(world, 6);
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Parameters = new ParameterList { ["Maximum Iteratons"] = 5 } })
            Assert.That(() => solver.Solve(p.B, p.X), Throws.InstanceOf<ParameterException>().With.Message.Contains("'Maximum Iterations'"));
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Parameters = new ParameterList { ["Maximum Iterations"] = "five" } })
            Assert.That(() => solver.Solve(p.B, p.X), Throws.InstanceOf<ParameterException>().With.Message.Contains("type int"));
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Restart = 10 })
            Assert.That(() => solver.Solve(p.B, p.X), Throws.InstanceOf<ParameterException>().With.Message.Contains("'Num Blocks'"));
        using (var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Tolerance = 0 })
            Assert.That(() => solver.Solve(p.B, p.X), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [MpiTest(1, 2, 3)]
    public void Matrices_ThatCannotBeSolved_AreErrorsOnAllRanks(ICommunicator world)
    {
        TpetraMap map = TpetraMap.Uniform(world, 20);
        using DistArray<double> b = Np.Arange<double>(world, 20), x = Np.Zeros<double>(b.Distribution);
        long[] mine = map.Indices();
        foreach (double value in new[] { -1.0, 0.0, double.NaN })
        {
            using TpetraCrsMatrix a = TpetraCrsMatrix.FromTriplets(map, mine, mine, [.. mine.Select(i => value * (i + 1))]);
            using var cg = new BelosSolver(BelosMethod.PseudoBlockCG, a);
            x.Fill(0);
            Assert.That(() => cg.Solve(b, x).ThrowIfNotConverged(), Throws.InstanceOf<TrilinosException>(), $"CG, {value}");
            using var gmres = new BelosSolver(BelosMethod.PseudoBlockGmres, a);
            x.Fill(0);
            if (value != -1) Assert.That(() => gmres.Solve(b, x).ThrowIfNotConverged(), Throws.InstanceOf<TrilinosException>(), $"GMRES, {value}");
            else Assert.That(gmres.Solve(b, x).Converged, Is.True);
        }
        using TpetraCrsMatrix good = TpetraCrsMatrix.FromTriplets(map, mine, mine, [.. mine.Select(i => i + 1.0)]);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, good);
        if (world.Rank == world.Size - 1) b.LocalView.Fill(double.NaN);
        Assert.That(() => solver.Solve(b, x), Throws.ArgumentException.With.Message.Contains("not finite"));
        using DistArray<double> other = Np.Arange<double>(world, 21);
        Assert.That(() => solver.Solve(other, x), Throws.ArgumentException.With.Message.Contains("21 indices"));
    }

    [MpiTest(1, 2)]
    public void AThousandSolves_LeaveNothingBehind(ICommunicator world)
    {
        using var p = new Poisson(world, 8);
        Once();
        long before = TrilinosLibrary.LiveObjects;
        long memory = 0;
        for (int i = 0; i < 1000; i++)
        {
            Once();
            if (i == 200) memory = Environment.WorkingSet;
        }
        Assert.That(TrilinosLibrary.LiveObjects, Is.EqualTo(before));
        Assert.That(Environment.WorkingSet - memory, Is.LessThan(30_000_000));

        void Once()
        {
            p.X.Fill(0);
            using Ifpack2Preconditioner jacobi = Ifpack2Preconditioner.Jacobi(p.Matrix);
            using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Preconditioner = jacobi };
            Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
        }
    }

    [MpiTest(1, 2)]
    public void Output_GoesNowhere_OrWhereItIsSent(ICommunicator world)
    {
        using var p = new Poisson(world, 8);
        var lines = new List<string>();
        TrilinosLibrary.SetOutput(lines.Add);
        try
        {
            using (var quiet = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix)) quiet.Solve(p.B, p.X);
            Assert.That(lines, Is.Empty);
            p.X.Fill(0);
            using var verbose = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Parameters = new ParameterList { ["Verbosity"] = 0x3f } };
            verbose.Solve(p.B, p.X);
            using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["verbosity"] = "high" });
        }
        finally
        {
            TrilinosLibrary.SetOutput(null);
        }
        if (world.Rank > 0) return; // Trilinos prints on its first rank
        Assert.That(string.Concat(lines), Does.Contain("Iter").And.Contains("MueLu"));
    }

    [MpiTest(1, 2)]
    public void Dispose_OfWhatASolverWorksWith_IsRefused(ICommunicator world)
    {
        using var p = new Poisson(world, 6);
        Ifpack2Preconditioner jacobi = Ifpack2Preconditioner.Jacobi(p.Matrix);
        var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Preconditioner = jacobi };
        Assert.That(jacobi.Dispose, Throws.InvalidOperationException.With.Message.Contains("in use"));
        Assert.That(p.Matrix.Dispose, Throws.InvalidOperationException.With.Message.Contains("in use by 2"));
        Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
        solver.Dispose();
        Assert.That(() => solver.Solve(p.B, p.X), Throws.InstanceOf<ObjectDisposedException>());
        var never = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Preconditioner = jacobi };
        never.Dispose();
        Assert.That(() => never.Solve(p.B, p.X), Throws.InstanceOf<ObjectDisposedException>());
        jacobi.Dispose();
    }
}
