using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public class AztecTests
{
    private static readonly AztecMethod[] s_methods = Enum.GetValues<AztecMethod>();

    private static int Iterations(EpetraPoisson p, AztecMethod method, EpetraOperator? preconditioner)
    {
        p.X.Fill(0);
        SolveResult result = new AztecSolver(method, p.Matrix) { Preconditioner = preconditioner, MaxIterations = 4000 }.Solve(p.B, p.X).ThrowIfNotConverged();
        Assert.That(result.Residual, Is.LessThan(1e-6), $"{method}");
        Assert.That(result.ResidualHistory, Is.Not.Empty);
        return result.Iterations;
    }

    [MpiTest(1, 2, 3, 4)]
    public void EveryMethod_SolvesPoissonsProblem_WithAndWithoutAPreconditioner(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "bb", "cn" })
        {
            using var p = new EpetraPoisson(world, 24, codes);
            using IfpackPreconditioner sgs = IfpackPreconditioner.SymmetricGaussSeidel(p.Matrix);
            foreach (AztecMethod method in s_methods)
            {
                int without = Iterations(p, method, null);
                Assert.That(p.Error, Is.LessThan(1e-3), $"{method}");
                Assert.That(Iterations(p, method, sgs), Is.LessThan(without), $"{method}");
                Assert.That(p.Error, Is.LessThan(1e-3), $"{method}");
            }
        }
    }

    [MpiTest(1, 2)]
    public void CG_WithML_At128x128_NeedsTheIterationsOfTheReference(ICommunicator world)
    {
        using var p = new EpetraPoisson(world, 128);
        p.B.Fill(1);
        using MLPreconditioner multigrid = MLPreconditioner.Create(p.Matrix);
        Assert.That(Iterations(p, AztecMethod.CG, multigrid), Is.InRange(6, 12));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Solve_OfFinerGrids_ConvergesWithSecondOrder(ICommunicator world)
    {
        var errors = new List<double>();
        foreach (int n in new[] { 15, 31, 63 })
        {
            using var p = new EpetraPoisson(world, n, "bb", MemoryOrder.ColumnMajor);
            using MLPreconditioner multigrid = MLPreconditioner.Create(p.Matrix);
            new AztecSolver(AztecMethod.CG, p.Matrix) { Tolerance = 1e-10, Preconditioner = multigrid }.Solve(p.B, p.X).ThrowIfNotConverged();
            errors.Add(p.Error);
        }
        Assert.That(errors[0] / errors[1], Is.EqualTo(4).Within(0.1));
        Assert.That(errors[1] / errors[2], Is.EqualTo(4).Within(0.05));
    }

    [MpiTest(1, 2, 3)]
    public void Solve_WithAFunction_AndOneForThePreconditioner_IsTheMatrix(ICommunicator world)
    {
        using var p = new EpetraPoisson(world, 16);
        double h = 1.0 / 17;
        var box = new Distribution(world, [16, 16], "bn", haloLow: [1, 1], haloHigh: [1, 1]);
        using EpetraOperator a = EpetraOperator.FromExpression(box, x => ((4 * x) - x.Shift(0, 1) - x.Shift(0, -1) - x.Shift(1, 1) - x.Shift(1, -1)) / (h * h));
        using EpetraOperator jacobi = EpetraOperator.FromExpression(p.B.Distribution, r => r * (h * h / 4));
        foreach (AztecMethod method in s_methods)
        {
            int iterations = Iterations(p, method, null);
            p.X.Fill(0);
            SolveResult result = new AztecSolver(method, a) { MaxIterations = 4000, Preconditioner = jacobi }.Solve(p.B, p.X);
            Assert.That(result.Converged, Is.True, $"{method}: {result}");
            Assert.That(result.Iterations, Is.EqualTo(iterations).Within(4), $"{method}");
            Assert.That(p.Error, Is.LessThan(2e-3), $"{method}");
        }
    }

    [MpiTest(1, 2, 3)]
    public void EveryTypedIfpack_IsApplied_AndRecomputed(ICommunicator world)
    {
        using var p = new EpetraPoisson(world, 12);
        int without = Iterations(p, AztecMethod.Gmres, null);
        foreach ((string name, Func<IfpackPreconditioner> make) in new (string, Func<IfpackPreconditioner>)[]
        {
            ("Jacobi", () => IfpackPreconditioner.Jacobi(p.Matrix, 3, 0.8)), ("SGS", () => IfpackPreconditioner.SymmetricGaussSeidel(p.Matrix, 2)), ("Chebyshev", () => IfpackPreconditioner.Chebyshev(p.Matrix)),
            ("ILU", () => IfpackPreconditioner.Ilu(p.Matrix, 1)), ("ILU overlap", () => IfpackPreconditioner.Ilu(p.Matrix, 1, 2)), ("ILUT", () => IfpackPreconditioner.Ilut(p.Matrix, 2)),
            ("IC", () => IfpackPreconditioner.Create("IC", p.Matrix)),
        })
        {
            using IfpackPreconditioner one = make();
            int iterations = Iterations(p, AztecMethod.Gmres, one);
            Assert.That(iterations, Is.LessThan(without), name);
            foreach (ref double value in p.Matrix.Values) value *= 7;
            if (name == "Chebyshev")
            {
                Assert.That(one.Recompute, Throws.InstanceOf<NotSupportedException>().With.Message.Contains("make a new"));
                foreach (ref double value in p.Matrix.Values) value /= 7;
                continue;
            }
            one.Recompute();
            Assert.That(Iterations(p, AztecMethod.Gmres, one), Is.EqualTo(iterations).Within(1), name);
            foreach (ref double value in p.Matrix.Values) value /= 7;
        }
    }

    [MpiTest(1, 2, 3)]
    public void Errors_AreThoseOfAllRanks(ICommunicator world)
    {
        using var p = new EpetraPoisson(world, 12);
        SolveResult few = new AztecSolver(AztecMethod.CG, p.Matrix) { MaxIterations = 4 }.Solve(p.B, p.X);
        Assert.That((few.Reason, few.Iterations), Is.EqualTo((SolveReason.MaxIterations, 4)));
        bool last = world.Rank == world.Size - 1;
        foreach (AztecMethod method in s_methods)
        {
            int calls = 0;
            using EpetraOperator a = EpetraOperator.FromFunction(new Distribution(world, [50]), (x, y) =>
            {
                if (++calls == 4 && last) throw new InvalidDataException("the coefficient is missing");
                for (int i = 0; i < y.Shape[0]; i++) y[i] = (2 + (0.3 * i)) * x[i];
            });
            using DistArray<double> b = Np.Arange<double>(world, 50), x = Np.Zeros<double>(b.Distribution);
            Assert.That(() => new AztecSolver(method, a) { Tolerance = 1e-13 }.Solve(b, x), Throws.Exception.With.Message.Contains("the coefficient is missing"), $"{method}");
        }
        p.X.Fill(0);
        Assert.That(() => new AztecSolver(AztecMethod.CG, p.Matrix)
        {
            Progress = (i, _) =>
            {
                if (i == 3 && last) throw new OperationCanceledException("enough");
            },
        }.Solve(p.B, p.X), Throws.Exception.With.Message.Contains("enough"));
        Assert.That(() => IfpackPreconditioner.Create("ILLU", p.Matrix), Throws.ArgumentException.With.Message.Contains("'ILU'"));
        Assert.That(() => IfpackPreconditioner.Create("ILU", p.Matrix, new ParameterList { ["fact: level-of-fil"] = 2 }), Throws.InstanceOf<ParameterException>().With.Message.Contains("'fact: level-of-fill'"));
        Assert.That(() => MLPreconditioner.Create(p.Matrix, new ParameterList { ["max levls"] = 2 }), Throws.InstanceOf<ParameterException>().With.Message.Contains("'max levels'"));
        EpetraMap map = EpetraMap.Uniform(world, 6);
        long[] mine = map.Indices();
        using EpetraCrsMatrix zero = EpetraCrsMatrix.FromTriplets(map, mine, mine, [.. mine.Select(i => i == 5 ? 0.0 : 1 + i)]);
        Assert.That(() => IfpackPreconditioner.Jacobi(zero), Throws.ArgumentException.With.Message.Contains("0 in row 5"));
    }

    [MpiTest(1, 2)]
    public void AThousandSolves_LeaveNothingBehind(ICommunicator world)
    {
        using var p = new EpetraPoisson(world, 8);
        Once();
        long before = TrilinosLibrary.LiveObjects, memory = 0;
        for (int i = 0; i < 1000; i++)
        {
            Once();
            if (i == 200) memory = Environment.WorkingSet;
        }
        Assert.That(TrilinosLibrary.LiveObjects, Is.EqualTo(before));
        Assert.That(Environment.WorkingSet - memory, Is.LessThan(30_000_000));

        void Once()
        {
            using IfpackPreconditioner ilu = IfpackPreconditioner.Ilu(p.Matrix);
            Iterations(p, AztecMethod.Gmres, ilu);
        }
    }
}
