using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public class EpetraCrsMatrixTests
{
    private const int N = 13;

    private static IEnumerable<Distribution> Distributions(ICommunicator world)
    {
        foreach (string codes in new[] { "b", "c", "c(4)" }) yield return new Distribution(world, [N], codes);
        // Uneven: the first rank has nothing, the last one most.
        long[] bounds = [.. Enumerable.Range(0, world.Size + 1).Select(r => r == world.Size ? N : Math.Min(N, (long)r * (r - 1)))];
        yield return new Distribution(world, [BlockMap.FromBounds(bounds)]);
    }

    /// <summary>A matrix with distinct entries in some places, dense.</summary>
    private static double Entry(long i, long j) => ((i * 7) + (j * 3)) % 4 == 0 ? 1 + (0.25 * i) - (0.5 * j) : 0;

    /// <summary>Every rank brings every third entry, and half of each entry of row 5.</summary>
    private static (long[] I, long[] J, double[] V) Triplets(ICommunicator world)
    {
        List<long> rows = [], columns = [];
        List<double> values = [];
        for (long i = 0; i < N; i++)
        {
            for (long j = 0; j < N; j++)
            {
                if (Entry(i, j) == 0 || (i != 5 && (i + j) % world.Size != world.Rank)) continue;
                rows.Add(i);
                columns.Add(j);
                values.Add(i == 5 ? Entry(i, j) / world.Size : Entry(i, j));
            }
        }
        return ([.. rows], [.. columns], [.. values]);
    }

    private static double[] Product(double[] x, bool transpose)
    {
        var y = new double[N];
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) y[i] += (transpose ? Entry(j, i) : Entry(i, j)) * x[j];
        return y;
    }

    private static double[] All(EpetraMultiVector v) => v.AsDistArray().Redistribute("n").LocalToArray();

    [MpiTest(1, 2, 3, 4)]
    public void FromTriplets_WithDuplicatesOfSeveralRanks_MultipliesAsTheDenseMatrix(ICommunicator world)
    {
        (long[] i, long[] j, double[] v) = Triplets(world);
        double[] x = [.. Enumerable.Range(0, N).Select(k => 1 + (0.1 * k * k))];
        foreach (Distribution d in Distributions(world))
        {
            EpetraMap map = EpetraMap.Of(d);
            using EpetraCrsMatrix a = EpetraCrsMatrix.FromTriplets(map, i, j, v);
            using DistArray<double> input = Np.Zeros<double>(d), output = Np.Full(d, 3.0);
            input.Assign(x);
            using EpetraMultiVector from = EpetraVector.Wrap(input), to = EpetraVector.Wrap(output);
            a.Apply(from, to);
            Assert.That(All(to), Is.EqualTo(Product(x, false)).Within(1e-13), $"{d}");
            a.Apply(from, to, transpose: true);
            Assert.That(All(to), Is.EqualTo(Product(x, true)).Within(1e-13), $"{d}");
            a.Apply(from, to, alpha: 2, beta: 1);
            Assert.That(All(to), Is.EqualTo(Product(x, true).Zip(Product(x, false), (t, p) => t + (2 * p))).Within(1e-13), $"{d}");
            Assert.That(a.Rows, Is.EqualTo(N));
            Assert.That(a.FrobeniusNorm(), Is.EqualTo(Math.Sqrt(Enumerable.Range(0, N * N).Sum(k => Math.Pow(Entry(k / N, k % N), 2)))).Within(1e-12));
            CheckRows(a);
        }
    }

    private static void CheckRows(EpetraCrsMatrix a)
    {
        long[] rows = a.Range.Indices(), columns = a.Columns();
        int seen = 0;
        for (int r = 0; r < rows.Length; r++)
        {
            for (int k = (int)a.RowPointers[r]; k < a.RowPointers[r + 1]; k++, seen++)
                Assert.That(a.Values[k], Is.EqualTo(Entry(rows[r], columns[k])).Within(1e-15));
            Assert.That(a.RowPointers[r + 1] - a.RowPointers[r], Is.EqualTo(Enumerable.Range(0, N).Count(j => Entry(rows[r], j) != 0)));
        }
        Assert.That(seen, Is.EqualTo(a.LocalEntries));
    }

    [MpiTest(1, 2, 3, 4)]
    public void FromRows_SharesTheArrays_WhichMayBeEdited(ICommunicator world)
    {
        foreach (Distribution d in Distributions(world))
        {
            EpetraMap map = EpetraMap.Of(d);
            long[] rows = map.Indices();
            List<long> pointers = [0], columns = [];
            List<double> values = [];
            foreach (long row in rows)
            {
                for (long j = N - 1; j >= 0; j--) // backwards: the matrix sorts
                {
                    if (Entry(row, j) == 0) continue;
                    columns.Add(j);
                    values.Add(Entry(row, j));
                }
                pointers.Add(columns.Count);
            }
            double[] mine = [.. values];
            using EpetraCrsMatrix a = EpetraCrsMatrix.FromRows(map, [.. pointers], [.. columns], mine);
            Assert.That(a.SharesMemory, Is.True);
            CheckRows(a);
            double[] x = [.. Enumerable.Range(0, N).Select(k => 1 + (0.1 * k * k))];
            using DistArray<double> input = Np.Zeros<double>(d), output = Np.Zeros<double>(d);
            input.Assign(x);
            using EpetraMultiVector from = EpetraVector.Wrap(input), to = EpetraVector.Wrap(output);
            a.Apply(from, to);
            Assert.That(All(to), Is.EqualTo(Product(x, false)).Within(1e-13), $"{d}");
            for (int k = 0; k < mine.Length; k++) mine[k] *= 3;
            Assert.That(a.Values.ToArray(), Is.EqualTo(mine));
            a.Apply(from, to);
            Assert.That(All(to), Is.EqualTo(Product(x, false).Select(y => 3 * y)).Within(1e-12), $"{d}");
            Assert.That(a.FrobeniusNorm(), Is.EqualTo(3 * Math.Sqrt(Enumerable.Range(0, N * N).Sum(k => Math.Pow(Entry(k / N, k % N), 2)))).Within(1e-11));
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void BadIndices_OnOneRank_AreRefusedOnAll(ICommunicator world)
    {
        EpetraMap map = EpetraMap.Uniform(world, 5);
        bool last = world.Rank == world.Size - 1;
        string where = world.Size == 1 ? "" : $"rank {world.Size - 1}: ";
        Assert.That(() => EpetraCrsMatrix.FromTriplets(map, last ? [7] : [0], [0], [1]), Throws.ArgumentException.With.Message.EqualTo($"{where}row 7 is in no rank's part of the row map, which has 5 indices"));
        Assert.That(() => EpetraCrsMatrix.FromTriplets(map, [0], last ? [-3] : [0], [1]), Throws.ArgumentException.With.Message.Contains("column -3 is in no rank's part"));
        Assert.That(() => EpetraCrsMatrix.FromTriplets(map, last ? [0, 1] : [0], [0], [1]), Throws.Exception.With.Message.Contains("2 rows, 1 columns and 1 values"));
        var pointers = new long[map.LocalSize + 1];
        pointers.AsSpan(1).Fill(2);
        if (map.LocalSize > 0)
            Assert.That(pointers[^1], Is.EqualTo(2));
        long[] twice = map.LocalSize > 0 ? [1, 1] : [];
        Assert.That(() => EpetraCrsMatrix.FromRows(map, pointers, twice, new double[twice.Length]), Throws.Exception.With.Message.Contains("column 1 twice"));
        Assert.That(() => EpetraCrsMatrix.FromRows(map, [0], [], []), map.LocalSize == 0 && world.Size == 1 ? Throws.Nothing : Throws.Exception.With.Message.Contains("row pointers"));
    }

    [MpiTest(1, 2, 3, 4)]
    public void FromStencil_OfTheLaplacian_HasTheEigenvaluesOfTheClosedForm(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "nb", "bb", "cn" })
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                var d = new Distribution(world, [7, 9], codes);
                using EpetraCrsMatrix a = EpetraCrsMatrix.FromStencil(d, Stencil.NegativeLaplacian(0.5, 0.25), order);
                using DistArray<double> mode = Np.FromFunction(d, (long i, long j) => Math.Sin(2 * Math.PI * (i + 1) / 8) * Math.Sin(3 * Math.PI * (j + 1) / 10), order);
                double eigenvalue = (16 * Math.Pow(Math.Sin(2 * Math.PI / 16), 2)) + (64 * Math.Pow(Math.Sin(3 * Math.PI / 20), 2));
                using DistArray<double> result = Np.Zeros<double>(d, order);
                using EpetraMultiVector x = EpetraVector.Wrap(mode), y = EpetraVector.Wrap(result);
                a.Apply(x, y);
                Assert.That(Np.Abs(result - (mode * eigenvalue)).Max(), Is.LessThan(1e-12), $"{codes} {order}");
                Assert.That(a.Entries, Is.EqualTo((5 * 63) - (2 * 7) - (2 * 9)));
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void FromStencil_OnPeriodicAxes_WrapsAround(ICommunicator world)
    {
        var d = new Distribution(world, [8], "b", periodic: [true]);
        using EpetraCrsMatrix a = EpetraCrsMatrix.FromStencil(d, new Stencil(1) { { 1, 1 }, { 2, -9 }, { 10, 0 } });
        using DistArray<double> x = Np.Arange<double>(world, 8), y = Np.Zeros<double>(d);
        using EpetraMultiVector from = EpetraVector.Wrap(x), to = EpetraVector.Wrap(y);
        a.Apply(from, to);
        Assert.That(All(to), Is.EqualTo(Enumerable.Range(0, 8).Select(i => ((i + 1) % 8) + (2.0 * ((i + 7) % 8)) + (10 * i))));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Algebra_OfMatrices_IsThatOfTheDenseOnes(ICommunicator world)
    {
        (long[] i, long[] j, double[] v) = Triplets(world);
        double[] x = [.. Enumerable.Range(0, N).Select(k => 1 + (0.1 * k * k))];
        foreach (Distribution d in Distributions(world))
        {
            EpetraMap map = EpetraMap.Of(d);
            using EpetraCrsMatrix a = EpetraCrsMatrix.FromTriplets(map, i, j, v);
            using DistArray<double> input = Np.Zeros<double>(d), output = Np.Zeros<double>(d);
            input.Assign(x);
            using EpetraMultiVector from = EpetraVector.Wrap(input), to = EpetraVector.Wrap(output);
            using (EpetraCrsMatrix square = EpetraCrsMatrix.Multiply(a, a))
            {
                square.Apply(from, to);
                Assert.That(All(to), Is.EqualTo(Product(Product(x, false), false)).Within(1e-11), $"{d}");
            }
            using (EpetraCrsMatrix normal = EpetraCrsMatrix.Multiply(a, a, transposeA: true))
            {
                normal.Apply(from, to);
                Assert.That(All(to), Is.EqualTo(Product(Product(x, false), true)).Within(1e-11), $"{d}");
            }
            using (EpetraMultiVector diagonal = a.Diagonal())
                Assert.That(All(diagonal), Is.EqualTo(Enumerable.Range(0, N).Select(k => Entry(k, k))), $"{d}");
            a.ScaleRows(from);
            a.Apply(from, to);
            Assert.That(All(to), Is.EqualTo(Product(x, false).Zip(x, (y, f) => y * f)).Within(1e-11), $"{d}");
            a.ScaleColumns(from);
            a.Apply(from, to);
            Assert.That(All(to), Is.EqualTo(Product([.. x.Select(f => f * f)], false).Zip(x, (y, f) => y * f)).Within(1e-9), $"{d}");
        }
    }

    [MpiTest(1, 2, 3)]
    public void Apply_OfAVectorOfAnotherMap_IsRefusedOnEveryRank(ICommunicator world)
    {
        using EpetraCrsMatrix a = EpetraCrsMatrix.FromStencil(new Distribution(world, [6]), Stencil.NegativeLaplacian(1));
        using EpetraMultiVector x = EpetraVector.Create(EpetraMap.Uniform(world, 7)), y = EpetraVector.Create(a.Range);
        Assert.That(() => a.Apply(x, y), Throws.ArgumentException.With.Message.Contains("7 indices"));
        Assert.That(() => a.ScaleRows(x), Throws.ArgumentException.With.Message.Contains("7 indices"));
    }

    [MpiTest(1, 2, 3)]
    public void Matrices_OfNothing_Work(ICommunicator world)
    {
        using EpetraCrsMatrix none = EpetraCrsMatrix.FromTriplets(EpetraMap.Uniform(world, 4), [], [], []);
        using EpetraMultiVector x = EpetraVector.Create(none.Domain), y = EpetraVector.Create(none.Range);
        y.AsDistArray().Fill(3);
        none.Apply(x, y);
        Assert.That(y.Norm1()[0], Is.Zero);
        Assert.That(none.Entries, Is.Zero);
    }
}
