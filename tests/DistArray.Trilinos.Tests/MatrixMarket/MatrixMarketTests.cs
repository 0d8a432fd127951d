using DistArray.Testing;

namespace DistArray.Trilinos.Tests.MatrixMarket;

/// <summary>Files of SciPy, and files that SciPy's reader would refuse.</summary>
public class MatrixMarketTests
{
    private static readonly Dictionary<string, double[,]> s_files = new()
    {
        ["symmetric"] = new double[,] { { 4, -1, 0, 0.5 }, { -1, 4, -1, 0 }, { 0, -1, 4, -1 }, { 0.5, 0, -1, 4 } },
        ["skew"] = new double[,] { { 0, 2, -3 }, { -2, 0, 1 }, { 3, -1, 0 } },
        ["integer"] = new double[,] { { 1, 0, 2 }, { 0, -3, 0 } },
        ["pattern"] = new double[,] { { 1, 0, 1 }, { 0, 1, 0 } },
        ["dense"] = new double[,] { { 1.5, 2, 3 }, { 4, 5, 6.25 } },
        ["general"] = new double[,]
        {
            { 0, 0, 0, 0, 0 }, { 558 / 7.0, 0, 976 / 7.0, 222 / 7.0, 0 }, { 0, 0, 0, 92 / 7.0, 0 }, { 0, 0, 388 / 7.0, 0, 0 },
            { 545 / 7.0, 0, 306 / 7.0, 0, 846 / 7.0 }, { 54, 0, 0, 96, 653 / 7.0 }, { 0, 129, 936 / 7.0, 0, 780 / 7.0 },
        },
    };

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "scipy", $"{name}.mtx");

    private static void Check(TpetraCrsMatrix a, double[,] expected, string name)
    {
        Assert.That((a.Rows, a.Domain.Size), Is.EqualTo(((long)expected.GetLength(0), (long)expected.GetLength(1))), name);
        using TpetraMultiVector<double> x = TpetraVector.Create<double>(a.Domain), y = TpetraVector.Create<double>(a.Range);
        for (int j = 0; j < expected.GetLength(1); j++)
        {
            x.AsDistArray().Fill(0);
            x.AsDistArray()[j..(j + 1)] = 1;
            a.Apply(x, y);
            double[] column = y.AsDistArray().Redistribute("n").LocalToArray();
            for (int i = 0; i < column.Length; i++) Assert.That(column[i], Is.EqualTo(expected[i, j]).Within(1e-13), $"{name}: {i}, {j}");
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_OfFilesFromSciPy_HasTheirEntries(ICommunicator world)
    {
        foreach ((string name, double[,] expected) in s_files)
        {
            using TpetraCrsMatrix a = TpetraCrsMatrix.ReadMatrixMarket(world, PathOf(name));
            Check(a, expected, name);
        }
        TpetraMap cyclic = TpetraMap.Of(new Distribution(world, [7], "c"));
        using TpetraCrsMatrix dealt = TpetraCrsMatrix.ReadMatrixMarket(world, PathOf("general"), cyclic);
        Check(dealt, s_files["general"], "cyclic");
        Assert.That(() => TpetraCrsMatrix.ReadMatrixMarket(world, PathOf("symmetric"), cyclic), Throws.ArgumentException.With.Message.Contains("4 rows"));
    }

    [MpiTest(1, 2, 3)]
    public void Write_ThenRead_HasTheSameBits(ICommunicator world)
    {
        string path = Path.Combine(Path.GetTempPath(), $"distarray-{world.Broadcast(world.Rank == 0 ? Guid.NewGuid().ToString("N") : null, 0)}.mtx");
        using TpetraCrsMatrix a = TpetraCrsMatrix.FromStencil(new Distribution(world, [5, 4], "cn"), Stencil.NegativeLaplacian(1.0 / 3, 1.0 / 7));
        a.WriteMatrixMarket(path);
        using TpetraCrsMatrix b = TpetraCrsMatrix.ReadMatrixMarket(world, path, a.Range);
        Assert.That(b.Values.ToArray(), Is.EqualTo(a.Values.ToArray()));
        Assert.That(b.Columns(), Is.EqualTo(a.Columns()));
        world.Barrier();
        if (world.Rank == 0)
        {
            Assert.That(File.ReadLines(path).First(), Is.EqualTo("%%MatrixMarket matrix coordinate real general"));
            File.Delete(path);
        }
        Assert.That(() => a.WriteMatrixMarket("/no/such/folder/a.mtx"), Throws.Exception.With.Message.Contains("/no/such/folder"));
    }

    [TestCase("", "does not begin")]
    [TestCase("%%MatrixMarket matrix coordinate real\n1 1 0\n", "does not begin")]
    [TestCase("%%MatrixMarket matrix coordinate complex general\n1 1 0\n", "'complex'")]
    [TestCase("%%MatrixMarket matrix coordinate real hermitian\n1 1 0\n", "'hermitian'")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n", "line 2: there is no line of sizes")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2\n", "2 numbers")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 -2 1\n", "'-2' is no size")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 1.0\n", "ends after 1 of 2 entries")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2 1\n3 1 1.0\n", "line 3: '3' is no row from 1 to 2")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 0 1.0\n", "'0' is no column")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 1 x\n", "'x' is no number")]
    [TestCase("%%MatrixMarket matrix coordinate real general\n2 2 1\n1 1 1.0\n2 2 2.0\n", "more after the last entry")]
    [TestCase("%%MatrixMarket matrix coordinate real symmetric\n2 3 0\n", "not square")]
    public void Read_OfABadFile_NamesItsLine(string text, string part)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        Assert.That(() => MatrixMarketReader.Read(path), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(part).And.Message.Contains(path));
        File.Delete(path);
    }

    [MpiTest(1, 2, 3)]
    public void Read_OfAMissingFile_IsToldOnEveryRank(ICommunicator world)
    {
        Assert.That(() => TpetraCrsMatrix.ReadMatrixMarket(world, "/no/such/file.mtx"), Throws.Exception.With.Message.Contains("/no/such/file.mtx"));
        Assert.That(() => TpetraCrsMatrix.ReadMatrixMarket(world, PathOf("complex")), Throws.Exception.With.Message.Contains("'complex'"));
    }
}
