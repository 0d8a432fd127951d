using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Solvers;

/// <summary>What Trilinos would pass over in silence.</summary>
public class FaultTests
{
    [MpiTest(1, 2, 3, 4)]
    public void ParametersOfADirectSolver_AreChecked(ICommunicator world)
    {
        using var p = new Poisson(world, 6);
        Assert.That(Amesos2Solver.ParametersOf("klu2").Names, Does.Contain("Equil").And.Not.Contains("Trans"));
        Assert.That(() => new Amesos2Solver(p.Matrix, "klu2", new ParameterList { ["Equill"] = true }), Throws.InstanceOf<ParameterException>().With.Message.Contains("'Equil'"));
        Assert.That(() => new Amesos2Solver(p.Matrix, "klu2", new ParameterList { ["Equil"] = 3 }), Throws.InstanceOf<ParameterException>().With.Message.Contains("bool"));
        using var direct = new Amesos2Solver(p.Matrix, "klu2", new ParameterList { ["Equil"] = false });
        Assert.That(direct.Solve(p.B, p.X), Is.LessThan(1e-14));
    }

    [MpiTest(1, 2, 3, 4)]
    public void EveryDirectSolverOfThisTrilinos_IsRight(ICommunicator world)
    {
        int there = 0;
        foreach (string method in new[] { "klu2", "tacho", "basker", "lapack", "superlu", "superlu_dist", "mumps", "umfpack", "cholmod", "pardiso_mkl" })
        {
            if (!Amesos2Solver.Has(method))
            {
                Assert.That(() => Amesos2Solver.ParametersOf(method), Throws.ArgumentException.With.Message.Contains("klu2"));
                continue;
            }
            there++;
            using var p = new Poisson(world, 9, "cn");
            using var direct = new Amesos2Solver(p.Matrix, method);
            Assert.That(direct.Solve(p.B, p.X), Is.LessThan(1e-13), method);
            Assert.That(p.Error, Is.LessThan(1e-2), method);
        }
        Assert.That(there, Is.GreaterThan(0));
    }

    [MpiTest(1, 2, 3, 4)]
    public void ACoarsestGridOnSeveralRanks_IsRefused(ICommunicator world)
    {
        using var p = new Poisson(world, 20);
        foreach (ParameterList unsafe_ in new[]
        {
            new ParameterList { ["max levels"] = 1 }, new ParameterList { ["coarse: type"] = "KLU2" }, new ParameterList { ["repartition: enable"] = false, ["coarse: max size"] = 50 },
        })
        {
            if (world.Size > 1) Assert.That(() => MueLuPreconditioner.Create(p.Matrix, unsafe_), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("on " + world.Size + " ranks").And.Message.Contains("RELAXATION"));
            else MueLuPreconditioner.Create(p.Matrix, unsafe_).Dispose();
        }
        using MueLuPreconditioner relaxed = MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["coarse: type"] = "RELAXATION", ["coarse: max size"] = 50 });
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Preconditioner = relaxed };
        Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
    }

    [MpiTest(1, 2, 3)]
    public void APivotOfZero_IsAnErrorOnAllRanks(ICommunicator world)
    {
        TpetraMap map = TpetraMap.Uniform(world, 12);
        long[] mine = map.Indices();
        // The last row is 0: nothing could be exchanged with it.
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromTriplets(map, [.. mine, .. mine], [.. mine, .. mine.Select(i => (i + 1) % 12)], [.. mine.Select(i => i == 11 ? 0.0 : 2 + i), .. mine.Select(i => i == 11 ? 0.0 : 0.5)]);
        foreach (Func<Ifpack2Preconditioner> make in new Func<Ifpack2Preconditioner>[] { () => Ifpack2Preconditioner.Ilu(a), () => Ifpack2Preconditioner.Ilu(a, 1, 1), () => Ifpack2Preconditioner.Ilut(a) })
            Assert.That(make, Throws.InstanceOf<TrilinosException>().With.Message.Contains("pivot"));
    }

    [MpiTest(1, 2, 3)]
    public void Recompute_WithAZeroThatHasCome_IsRefusedOnAll(ICommunicator world)
    {
        using var p = new Poisson(world, 6);
        using Ifpack2Preconditioner jacobi = Ifpack2Preconditioner.Jacobi(p.Matrix), ilu = Ifpack2Preconditioner.Ilu(p.Matrix);
        double[] values = p.Matrix.Values.ToArray();
        if (world.Rank == world.Size - 1) p.Matrix.Values.Clear();
        Assert.That(jacobi.Recompute, Throws.ArgumentException.With.Message.Contains("diagonal, which is 0 in row"));
        Assert.That(ilu.Recompute, Throws.InstanceOf<TrilinosException>().With.Message.Contains("pivot"));
        values.CopyTo(p.Matrix.Values);
        jacobi.Recompute();
        ilu.Recompute();
        using var solver = new BelosSolver(BelosMethod.PseudoBlockGmres, p.Matrix) { Preconditioner = ilu };
        Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
    }

    [MpiTest(1, 2)]
    public void ParametersOfInnerTypes_AreChecked(ICommunicator world)
    {
        using var p = new Poisson(world, 12);
        Assert.That(() => Ifpack2Preconditioner.Create("SCHWARZ", p.Matrix, new ParameterList { ["schwarz: inner preconditioner name"] = "RILUK", ["schwarz: inner preconditioner parameters"] = new ParameterList { ["fact: iluk level-of-fil"] = 1 } }),
            Throws.InstanceOf<ParameterException>().With.Message.Contains("'fact: iluk level-of-fill'"));
        Assert.That(() => MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["smoother: type"] = "CHEBYSHEV", ["smoother: params"] = new ParameterList { ["chebyshev: degre"] = 2 } }),
            Throws.InstanceOf<ParameterException>().With.Message.Contains("'chebyshev: degree'"));
        using MueLuPreconditioner right = MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["smoother: type"] = "CHEBYSHEV", ["smoother: params"] = new ParameterList { ["chebyshev: degree"] = 2 } });
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Preconditioner = right };
        Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
    }

    [MpiTest(1, 2, 3)]
    public void AVectorThatIsGoneOnOneRank_EndsTheSolveOnAll(ICommunicator world)
    {
        using var p = new Poisson(world, 6);
        TpetraMultiVector<double> x = TpetraVector.Wrap(p.X), b = TpetraVector.Wrap(p.B);
        using var solver = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix);
        if (world.Rank == world.Size - 1) b.Dispose();
        Assert.That(() => solver.Solve(b, x), Throws.Exception);
        b.Dispose();
        x.Dispose();
        Assert.That(solver.Solve(p.B, p.X).Converged, Is.True);
    }

    [MpiTest(1, 2, 3)]
    public void Reason_GoesByTheParametersThatWon(ICommunicator world)
    {
        using var p = new Poisson(world, 24);
        using (var few = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Parameters = new ParameterList { ["Maximum Iterations"] = 6 } })
            Assert.That(few.Solve(p.B, p.X).Reason, Is.EqualTo(SolveReason.MaxIterations));
        p.X.Fill(0);
        using (var loose = new BelosSolver(BelosMethod.PseudoBlockCG, p.Matrix) { Parameters = new ParameterList { ["Convergence Tolerance"] = 1e-2 } })
            Assert.That(loose.Solve(p.B, p.X).Reason, Is.EqualTo(SolveReason.Converged));
        p.X.Fill(0);
        // As many restarts as the iterations need, also where Belos' default has fewer.
        using (var many = new BelosSolver(BelosMethod.PseudoBlockGmres, p.Matrix) { Restart = 2, MaxIterations = 4000, Tolerance = 1e-6 })
            Assert.That(many.Solve(p.B, p.X).Converged, Is.True);
        p.X.Fill(0);
        using (var cut = new BelosSolver(BelosMethod.PseudoBlockGmres, p.Matrix) { Restart = 2, Parameters = new ParameterList { ["Maximum Restarts"] = 3 } })
            Assert.That(cut.Solve(p.B, p.X).Reason, Is.EqualTo(SolveReason.MaxIterations));
    }

    [MpiTest(1, 2, 3)]
    public void ABlock_SharesItsSpace(ICommunicator world)
    {
        using var p = new Poisson(world, 16);
        foreach (BelosMethod method in new[] { BelosMethod.BlockCG, BelosMethod.BlockGmres, BelosMethod.FlexibleGmres })
        {
            var iterations = new List<int>();
            foreach (int? size in new int?[] { null, 3 })
            {
                using TpetraMultiVector<double> x = TpetraMultiVector.Create<double>(p.Matrix.Domain, 3), b = TpetraMultiVector.Create<double>(p.Matrix.Range, 3);
                b.AsDistArray()[.., .., 0] = p.B;
                b.AsDistArray()[.., .., 1] = p.B * 2 + 1;
                b.AsDistArray()[.., .., 2] = p.Exact;
                using var solver = new BelosSolver(method, p.Matrix) { BlockSize = size };
                SolveResult result = solver.Solve(b, x);
                Assert.That(result.Converged, Is.True, $"{method} {size}");
                Assert.That(result.Residual, Is.LessThan(1e-7), $"{method} {size}");
                iterations.Add(result.ResidualHistory.Count);
            }
            Assert.That(iterations[1], Is.LessThan(iterations[0] / 2), $"{method}");
        }
    }
}
