using DistArray.Testing;
using DistArray.Trilinos.Tests.Solvers;

namespace DistArray.Trilinos.Tests.Preconditioners;

public class PreconditionerTests
{
    private static int Iterations(Poisson p, BelosMethod method, TpetraOperator? preconditioner)
    {
        p.X.Fill(0);
        using var solver = new BelosSolver(method, p.Matrix) { Preconditioner = preconditioner, Restart = method is BelosMethod.PseudoBlockGmres ? 300 : null };
        SolveResult result = solver.Solve(p.B, p.X).ThrowIfNotConverged();
        Assert.That(result.Residual, Is.LessThan(1e-7));
        return result.Iterations;
    }

    [MpiTest(1, 2)]
    public void Iterations_At128x128_AreThoseOfTheReference(ICommunicator world)
    {
        using var p = new Poisson(world, 128);
        p.B.Fill(1);
        using Ifpack2Preconditioner sgs = Ifpack2Preconditioner.SymmetricGaussSeidel(p.Matrix), ilut = Ifpack2Preconditioner.Ilut(p.Matrix, 2), schwarz = Ifpack2Preconditioner.Ilu(p.Matrix, overlap: 1), chebyshev = Ifpack2Preconditioner.Chebyshev(p.Matrix);
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix);
        int one = world.Size == 1 ? 0 : 1;
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, null), Is.EqualTo(239).Within(30));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, sgs), Is.EqualTo(new[] { 118, 152 }[one]).Within(30));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockGmres, ilut), Is.EqualTo(new[] { 60, 96 }[one]).Within(20));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockGmres, schwarz), Is.EqualTo(new[] { 68, 109 }[one]).Within(40));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, chebyshev), Is.EqualTo(85).Within(30));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, multigrid), Is.InRange(6, 11));
    }

    [MpiTest(1, 2, 3, 4)]
    public void MueLu_ByDefault_ConvergesOnAnyMapAndNumberOfRanks(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "nb", "bb", "cn", "c(5)n" })
        {
            foreach (int n in new[] { 4, 12, 40 })
            {
                using var p = new Poisson(world, n, codes);
                using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix);
                Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, multigrid), Is.LessThan(22), $"{codes} {n}");
            }
        }
        long[] bounds = [.. Enumerable.Range(0, world.Size + 1).Select(r => r == world.Size ? 30 : r <= 1 ? 0 : 10L)];
        using var uneven = new Poisson(new Distribution(world, [BlockMap.FromBounds(bounds), new ReplicatedMap(30)]));
        using MueLuPreconditioner other = MueLuPreconditioner.Create(uneven.Matrix);
        Assert.That(Iterations(uneven, BelosMethod.PseudoBlockCG, other), Is.LessThan(16));
    }

    [MpiTest(1, 2, 3)]
    public void Recompute_AfterTheValuesChanged_IsAsNew(ICommunicator world)
    {
        using var p = new Poisson(world, 20);
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["reuse: type"] = "RP" });
        using Ifpack2Preconditioner ilu = Ifpack2Preconditioner.Ilu(p.Matrix);
        int before = Iterations(p, BelosMethod.PseudoBlockCG, multigrid), iluBefore = Iterations(p, BelosMethod.PseudoBlockGmres, ilu);
        foreach (ref double value in p.Matrix.Values) value *= 7;
        multigrid.Recompute();
        ilu.Recompute();
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, multigrid), Is.EqualTo(before).Within(1));
        Assert.That(Iterations(p, BelosMethod.PseudoBlockGmres, ilu), Is.EqualTo(iluBefore).Within(1));
        // It is the new matrix' inverse: a seventh of the old one's.
        using TpetraMultiVector<double> y = TpetraVector.Create<double>(ilu.Range), z = TpetraVector.Create<double>(ilu.Range), b = TpetraVector.Wrap(p.B);
        ilu.Apply(b, y);
        foreach (ref double value in p.Matrix.Values) value /= 7;
        ilu.Recompute();
        ilu.Apply(b, z);
        z.Update(-7, y, 1);
        Assert.That(z.NormInf()[0], Is.LessThan(1e-12 * y.NormInf()[0]));
    }

    [MpiTest(1, 2, 3)]
    public void EveryTypedOne_IsApplied(ICommunicator world)
    {
        using var p = new Poisson(world, 10);
        foreach ((string name, Func<Ifpack2Preconditioner> make) in new (string, Func<Ifpack2Preconditioner>)[]
        {
            ("Jacobi", () => Ifpack2Preconditioner.Jacobi(p.Matrix, sweeps: 3, damping: 0.8)), ("GS", () => Ifpack2Preconditioner.GaussSeidel(p.Matrix, 2)),
            ("SGS", () => Ifpack2Preconditioner.SymmetricGaussSeidel(p.Matrix)), ("ILU(2)", () => Ifpack2Preconditioner.Ilu(p.Matrix, 2)), ("ILU overlap", () => Ifpack2Preconditioner.Ilu(p.Matrix, 1, 2)),
            ("ILUT", () => Ifpack2Preconditioner.Ilut(p.Matrix, 2, 1e-4)), ("ILUT overlap", () => Ifpack2Preconditioner.Ilut(p.Matrix, 2, 1e-4, 1)), ("Chebyshev", () => Ifpack2Preconditioner.Chebyshev(p.Matrix, 5)),
        })
        {
            using Ifpack2Preconditioner one = make();
            Assert.That(Iterations(p, BelosMethod.PseudoBlockGmres, one), Is.LessThan(30), name);
        }
        using Ifpack2Preconditioner whole = Ifpack2Preconditioner.Ilut(p.Matrix, 50);
        if (world.Size == 1) Assert.That(Iterations(p, BelosMethod.PseudoBlockGmres, whole), Is.LessThanOrEqualTo(2));
    }

    [MpiTest(1, 2, 3)]
    public void BadParameters_AreErrors_NotSilence(ICommunicator world)
    {
        using var p = new Poisson(world, 12);
        Assert.That(() => Ifpack2Preconditioner.Create("RELAXATION", p.Matrix, new ParameterList { ["relaxation: sweps"] = 2 }), Throws.InstanceOf<ParameterException>().With.Message.Contains("'relaxation: sweeps'"));
        Assert.That(() => Ifpack2Preconditioner.Create("ILUT", p.Matrix, new ParameterList { ["fact: drop tolerance"] = "small" }), Throws.InstanceOf<ParameterException>().With.Message.Contains("double"));
        Assert.That(() => Ifpack2Preconditioner.Create("RELAXATION", p.Matrix, new ParameterList { ["relaxation: type"] = "Nope" }), Throws.InstanceOf<TrilinosException>().With.Message.Contains("Nope"));
        Assert.That(() => Ifpack2Preconditioner.Create("ILU", p.Matrix), Throws.ArgumentException.With.Message.Contains("'ILUT'"));
        Assert.That(() => MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["multigrid algoritm"] = "sa" }), Throws.InstanceOf<ParameterException>().With.Message.Contains("'multigrid algorithm'"));
        Assert.That(() => MueLuPreconditioner.Create(p.Matrix, new ParameterList { ["max levels"] = "five" }), Throws.InstanceOf<ParameterException>().With.Message.Contains("type int"));
    }

    [MpiTest(1, 2)]
    public void EveryParameterOfTheTables_IsTakenByIfpack2(ICommunicator world)
    {
        using var p = new Poisson(world, 12);
        foreach (string type in new[] { "RELAXATION", "CHEBYSHEV", "ILUT", "RILUK", "SCHWARZ" })
        {
            foreach ((string name, ParameterValue value) in Ifpack2Parameters.Of(type))
            {
                using Ifpack2Preconditioner one = Ifpack2Preconditioner.Create(type, p.Matrix, new ParameterList { [name] = value });
                using TpetraMultiVector<double> b = TpetraVector.Wrap(p.B), y = TpetraVector.Create<double>(one.Range);
                one.Apply(b, y);
                Assert.That(y.Norm2()[0], Is.GreaterThan(0).And.LessThan(1e6), $"{type}: {name}");
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void AZeroOnTheDiagonal_OnOneRank_IsRefusedOnAll(ICommunicator world)
    {
        TpetraMap map = TpetraMap.Uniform(world, 6);
        long[] mine = map.Indices();
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromTriplets(map, mine, mine, [.. mine.Select(i => i == 5 ? 0.0 : 1 + i)]);
        Assert.That(() => Ifpack2Preconditioner.Jacobi(a), Throws.ArgumentException.With.Message.Contains("0 in row 5"));
        Assert.That(() => Ifpack2Preconditioner.Chebyshev(a), Throws.ArgumentException.With.Message.Contains("0 in row 5"));
    }

    [MpiTest(1, 2, 3)]
    public void CoordinatesAndNullSpace_MayBeGiven(ICommunicator world)
    {
        using var p = new Poisson(world, 20);
        using TpetraMultiVector<double> points = TpetraMultiVector.Create<double>(p.Matrix.Range, 2), constant = TpetraVector.Create<double>(p.Matrix.Range);
        points.AsDistArray().Assign(Np.FromFunction(points.AsDistArray().Distribution, (long i, long j, long axis) => axis == 0 ? 0.1 * i : 0.1 * j));
        constant.AsDistArray().Fill(1);
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(p.Matrix, null, points, constant), plain = MueLuPreconditioner.Create(p.Matrix);
        Assert.That(Iterations(p, BelosMethod.PseudoBlockCG, multigrid), Is.EqualTo(Iterations(p, BelosMethod.PseudoBlockCG, plain)).Within(2));
        using TpetraMultiVector<double> other = TpetraVector.Create<double>(TpetraMap.Uniform(world, 3));
        Assert.That(() => MueLuPreconditioner.Create(p.Matrix, null, other), Throws.ArgumentException.With.Message.Contains("MueLu"));
    }
}
