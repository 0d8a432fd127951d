using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Solvers;

public class Amesos2Tests
{
    [MpiTest(1, 2, 3, 4)]
    public void Solve_OnAnyNumberOfRanks_LeavesASmallResidual(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "nb", "bb", "cn", "c(3)c" })
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                using var p = new Poisson(world, 15, codes, order);
                using var direct = new Amesos2Solver(p.Matrix);
                Assert.That(direct.Solve(p.B, p.X), Is.LessThan(1e-14), codes);
                Assert.That(p.Error, Is.LessThan(2e-3), codes);
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Solve_OfAnUnsymmetricMatrixOnUnevenRanks_IsThatOfElimination(ICommunicator world)
    {
        const int n = 11;
        long[] bounds = [.. Enumerable.Range(0, world.Size + 1).Select(r => r == world.Size ? n : Math.Min(n, (long)r * (r - 1)))];
        foreach (Distribution d in new[] { new Distribution(world, [BlockMap.FromBounds(bounds)]), new Distribution(world, [n], "c(2)") })
        {
            TpetraMap map = TpetraMap.Of(d);
            List<long> i = [], j = [];
            List<double> v = [];
            foreach (long row in map.Indices())
            {
                for (long column = 0; column < n; column++)
                {
                    i.Add(row);
                    j.Add(column);
                    v.Add(Entry(row, column));
                }
            }
            using TpetraCrsMatrix a = TpetraCrsMatrix.FromTriplets(map, i.ToArray(), j.ToArray(), v.ToArray());
            using TpetraMultiVector<double> x = TpetraMultiVector.Create<double>(map, 2), b = TpetraMultiVector.Create<double>(map, 2);
            b.AsDistArray().Assign(Np.FromFunction(b.AsDistArray().Distribution, (long row, long column) => Enumerable.Range(0, n).Sum(k => Entry(row, k) * (1 + k + (10.0 * column)))));
            using var direct = new Amesos2Solver(a);
            direct.Solve(b, x);
            Assert.That(Np.Abs(x.AsDistArray() - Np.FromFunction(x.AsDistArray().Distribution, (long row, long column) => 1 + row + (10.0 * column))).Max(), Is.LessThan(1e-11));
        }

        static double Entry(long i, long j) => i == j ? 5 + i : Math.Cos((3 * i) + j);
    }

    [MpiTest(1, 2, 3)]
    public void Solve_OfASingularMatrix_Throws(ICommunicator world)
    {
        TpetraMap map = TpetraMap.Uniform(world, 6);
        long[] mine = map.Indices();
        using DistArray<double> b = Np.Ones<double>(map.ToDistribution()), x = Np.Zeros<double>(map.ToDistribution());
        using TpetraCrsMatrix zero = TpetraCrsMatrix.FromTriplets(map, mine, mine, new double[mine.Length]);
        Assert.That(() =>
        {
            using var direct = new Amesos2Solver(zero);
            direct.Solve(b, x);
        }, Throws.Exception);
        // Periodic: constants are mapped to 0.
        using TpetraCrsMatrix ring = TpetraCrsMatrix.FromStencil(new Distribution(world, [6], "b", periodic: [true]), Stencil.NegativeLaplacian(1));
        Assert.That(() =>
        {
            using var direct = new Amesos2Solver(ring);
            direct.Solve(b, x);
        }, Throws.Exception);
    }

    [MpiTest(1, 2)]
    public void AMethod_ThatIsNotThere_IsNamed(ICommunicator world)
    {
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(new Distribution(world, [6]), Stencil.NegativeLaplacian(1));
        Assert.That(() => new Amesos2Solver(a, "klu3"), Throws.ArgumentException.With.Message.Contains("klu3"));
        Assert.That(Amesos2Solver.Has("klu2"), Is.True);
        using TpetraCrsMatrix wide = TpetraCrsMatrix.FromTriplets(TpetraMap.Uniform(world, 2), [0], [5], [1], TpetraMap.Uniform(world, 6));
        Assert.That(() => new Amesos2Solver(wide), Throws.ArgumentException.With.Message.Contains("square"));
    }
}
