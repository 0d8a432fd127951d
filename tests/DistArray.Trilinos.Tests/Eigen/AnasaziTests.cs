using System.Numerics;
using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Eigen;

public class AnasaziTests
{
    private const int N = 12;

    /// <summary>Eigenvalues of the discrete Laplacian on N x N + 1 points with zeros around, spacing 1, ascending.</summary>
    private static double[] Exact(int rows, int columns) =>
    [
        .. Enumerable.Range(1, rows).SelectMany(i => Enumerable.Range(1, columns), (i, j) =>
            4 * (Math.Pow(Math.Sin(i * Math.PI / (2 * (rows + 1))), 2) + Math.Pow(Math.Sin(j * Math.PI / (2 * (columns + 1))), 2))).Order(),
    ];

    private static IEnumerable<Distribution> Distributions(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "nb", "cn" }) yield return new Distribution(world, [N, N + 1], codes);
        long[] bounds = [.. Enumerable.Range(0, world.Size + 1).Select(r => r == world.Size ? N : r <= 1 ? 0 : 4L)];
        yield return new Distribution(world, [BlockMap.FromBounds(bounds), new ReplicatedMap(N + 1)]);
    }

    [MpiTest(1, 2, 3, 4)]
    public void EveryMethod_FindsTheLaplaciansEigenvalues(ICommunicator world)
    {
        double[] exact = Exact(N, N + 1);
        foreach (Distribution d in Distributions(world))
        {
            using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(d, Stencil.NegativeLaplacian(1, 1));
            foreach (AnasaziMethod method in Enum.GetValues<AnasaziMethod>())
            {
                foreach (EigenTarget target in new[] { EigenTarget.SmallestReal, EigenTarget.LargestReal })
                {
                    using EigenResult result = new AnasaziSolver(method, a, 5) { Target = target, Tolerance = 1e-9 }.Solve().ThrowIfNotConverged();
                    double[] expected = target == EigenTarget.SmallestReal ? exact[..5] : [.. exact.Reverse().Take(5)];
                    Assert.That(result.Values.Take(5).Select(v => v.Real), Is.EqualTo(expected).Within(1e-8), $"{method} {target} {d}");
                    Assert.That(result.Values.Select(v => v.Imaginary), Is.All.Zero);
                    Assert.That(result.Residuals, Is.All.LessThan(1e-7), $"{method} {target}");
                }
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Vectors_AreEigenvectors_AndPreconditionersServe(ICommunicator world)
    {
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(new Distribution(world, [40, 40]), Stencil.NegativeLaplacian(1, 1));
        using MueLuPreconditioner multigrid = MueLuPreconditioner.Create(a);
        double[] exact = Exact(40, 40);
        using EigenResult result = new AnasaziSolver(AnasaziMethod.Lobpcg, a, 4) { Preconditioner = multigrid, MaxIterations = 60, Target = EigenTarget.SmallestReal }.Solve().ThrowIfNotConverged();
        Assert.That(result.Values.Select(v => v.Real), Is.EqualTo(exact[..4]).Within(1e-8));
        using TpetraMultiVector<double> product = TpetraMultiVector.Create<double>(a.Range, 4);
        a.Apply(result.Vectors!, product);
        for (int i = 0; i < 4; i++)
        {
            DistArray<double> v = result.Vectors!.AsDistArray()[.., .., i], av = product.AsDistArray()[.., .., i];
            Assert.That(Np.Abs(av - (v * exact[i])).Max(), Is.LessThan(1e-7));
            Assert.That(Math.Sqrt((v * v).Sum()), Is.EqualTo(1).Within(1e-10));
        }
    }

    [MpiTest(1, 2, 3)]
    public void GeneralizedProblem_HasTheQuotientsOfTheClosedForm(ICommunicator world)
    {
        // Linear finite elements on a line: stiffness and mass have the same eigenvectors.
        var d = new Distribution(world, [30]);
        using TpetraCrsMatrix stiffness = TpetraCrsMatrix.FromStencil(d, new Stencil(1) { { 2, 0 }, { -1, 1 }, { -1, -1 } });
        using TpetraCrsMatrix mass = TpetraCrsMatrix.FromStencil(d, new Stencil(1) { { 4 / 6.0, 0 }, { 1 / 6.0, 1 }, { 1 / 6.0, -1 } });
        double[] exact = [.. Enumerable.Range(1, 30).Select(k => Math.Cos(k * Math.PI / 31)).Select(c => (2 - (2 * c)) / ((2 + c) / 3)).Order()];
        foreach (AnasaziMethod method in new[] { AnasaziMethod.Davidson, AnasaziMethod.Lobpcg })
        {
            using EigenResult result = new AnasaziSolver(method, stiffness, 3) { MassMatrix = mass, Target = EigenTarget.SmallestReal, Tolerance = 1e-10 }.Solve().ThrowIfNotConverged();
            Assert.That(result.Values.Take(3).Select(v => v.Real), Is.EqualTo(exact[..3]).Within(1e-9), $"{method}");
            Assert.That(result.Residuals, Is.All.LessThan(1e-8));
        }
    }

    [MpiTest(1, 2, 3)]
    public void UnsymmetricOperator_HasItsComplexPairs(ICommunicator world)
    {
        // A ring with unequal neighbours: eigenvalues 3 e^(iθ) + e^(-iθ), θ = 2πk/n.
        var d = new Distribution(world, [16], "b", periodic: [true]);
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(d, new Stencil(1) { { 3, 1 }, { 1, -1 } });
        using EigenResult result = new AnasaziSolver(AnasaziMethod.KrylovSchur, a, 4) { IsSymmetric = false, Target = EigenTarget.LargestReal, Blocks = 12, Tolerance = 1e-10 }.Solve();
        Assert.That(result.Converged, Is.True);
        Complex[] exact = [.. new[] { 0, 1, -1, 2, -2 }.Select(k => (3 * Complex.Exp(new Complex(0, k * Math.PI / 8))) + Complex.Exp(new Complex(0, -k * Math.PI / 8)))];
        foreach (Complex value in result.Values) Assert.That(exact.Min(e => (e - value).Magnitude), Is.LessThan(1e-8), $"{value}");
        Assert.That(result.Values.Count(v => v.Imaginary > 0.1), Is.GreaterThan(0));
        Assert.That(result.Residuals, Is.All.LessThan(1e-8));
        int first = result.Values.ToList().FindIndex(v => v.Imaginary > 0);
        Assert.That(result.IsOfPair(first), Is.True);
        Assert.That(result.Values[first + 1], Is.EqualTo(Complex.Conjugate(result.Values[first])));
    }

    [MpiTest(1, 2, 3)]
    public void Errors_AreThoseOfAllRanks(ICommunicator world)
    {
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(new Distribution(world, [60]), Stencil.NegativeLaplacian(1));
        using (EigenResult few = new AnasaziSolver(AnasaziMethod.Lobpcg, a, 3) { MaxIterations = 2 }.Solve())
            Assert.That(few.Converged, Is.False);
        Assert.That(() => new AnasaziSolver(AnasaziMethod.Lobpcg, a, 3) { MaxIterations = 2 }.Solve().ThrowIfNotConverged(), Throws.InstanceOf<TrilinosException>());
        Assert.That(() => new AnasaziSolver(AnasaziMethod.Lobpcg, a, 3) { IsSymmetric = false }.Solve(), Throws.ArgumentException.With.Message.Contains("KrylovSchur"));
        Assert.That(() => new AnasaziSolver(AnasaziMethod.Lobpcg, a, 30).Solve(), Throws.ArgumentException.With.Message.Contains("90 vectors"));
        Assert.That(() => new AnasaziSolver(AnasaziMethod.Lobpcg, a, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        foreach (AnasaziMethod method in Enum.GetValues<AnasaziMethod>())
        {
            int calls = 0;
            using TpetraOperator bad = TpetraOperator.FromFunction(new Distribution(world, [60]), (x, y) =>
            {
                if (++calls == 5 && world.Rank == world.Size - 1) throw new InvalidDataException("the coefficient is missing");
                for (int i = 0; i < y.Shape[0]; i++) y[i] = (2 + i + (10 * world.Rank)) * x[i];
            });
            Assert.That(() => new AnasaziSolver(method, bad, 3) { MaxIterations = 20 }.Solve().Dispose(), Throws.Exception.With.Message.Contains("the coefficient is missing"), $"{method}");
        }
    }
}
