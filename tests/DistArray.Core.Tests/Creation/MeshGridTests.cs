using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Creation;

public class MeshGridTests
{
    private static readonly (string Python, bool Sparse, string Indexing, int[] Sizes)[] s_cases =
    [
        ("np.meshgrid(x[0], x[1])", false, "xy", [5, 3]),
        ("np.meshgrid(x[0], x[1], indexing='ij')", false, "ij", [5, 3]),
        ("np.meshgrid(x[0], x[1], x[2])", false, "xy", [4, 3, 2]),
        ("np.meshgrid(x[0], x[1], x[2], sparse=True)", true, "xy", [4, 3, 2]),
        ("np.meshgrid(x[0], x[1], sparse=True, indexing='ij')", true, "ij", [7, 1]),
        ("np.meshgrid(x[0])", false, "xy", [6]),
        ("np.meshgrid(x[0], x[1])", false, "xy", [0, 3]),
    ];

    [Test]
    public void MeshGrid_OverAnyGrid_IsNumPys()
    {
        NumPyAnswer[] answers = NumPyOracle.Run([.. s_cases.Select(one => $"x = [{string.Join(", ", one.Sizes.Select((size, i) => $"np.arange({size}.) + {10 * i}"))}]\nr = {one.Python}")]);
        for (int i = 0; i < s_cases.Length; i++)
        {
            var (python, sparse, indexing, sizes) = s_cases[i];
            NumPyAnswer answer = answers[i];
            for (int size = 1; size <= 8; size++)
            {
                ThreadCommunicator.Run(size, comm =>
                {
                    for (int seed = 0; seed < 6; seed++)
                    {
                        var random = new System.Random(seed);
                        DistArray<double>[] lines = [.. sizes.Select((extent, k) => Layouts.Arange(Layouts.Random(comm, random, [extent]), from: 10 * k))];
                        long[] shape = [.. sizes.Select(extent => (long)extent)];
                        if (indexing == "xy" && shape.Length > 1) (shape[0], shape[1]) = (shape[1], shape[0]);
                        Distribution? grid = seed == 0 ? null : Layouts.Random(comm, random, shape);
                        DistArray<double>[] views = Np.MeshGrid(lines, grid, indexing, sparse);
                        for (int k = 0; k < views.Length; k++)
                        {
                            Assert.That(views[k].Shape.ToArray(), Is.EqualTo(answer.Arrays[k].Shape), python);
                            Assert.That(views[k].ToArray(), Is.EqualTo(answer.Arrays[k].Values), $"{python}, {views[k].Distribution}");
                            if (!sparse && grid is not null) Assert.That(views[k].Distribution == grid);
                            Assert.That(() => views[k].Fill(0), Throws.InvalidOperationException);
                        }
                    }
                });
            }
        }
    }

    [Test]
    public void MeshGrid_OfScalarsAndLiterals_TakesNoMemory() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double>[] views = Np.MeshGrid<double>([new double[] { 1, 2, 3 }, 7.0], indexing: "ij");
        Assert.That(views[0].ToArray(), Is.EqualTo(new double[] { 1, 2, 3 }));
        Assert.That(views[1].ToArray(), Is.EqualTo(new double[] { 7, 7, 7 }));
        var grid = new Distribution(comm, [20000, 30000], "bb"); // 4.8 GB if it were there
        DistArray<double>[] large = Np.MeshGrid<double>([Np.Arange(comm, 20000.0), Np.Arange(comm, 30000.0)], grid, "ij");
        Assert.That(large[1].GetGlobal(19999, 29998), Is.EqualTo(29998));
        Assert.That(() => Np.MeshGrid<double>([Np.Zeros<double>(new Distribution(comm, [2, 2]))]), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.MeshGrid<double>([1.0], indexing: "yx"), Throws.ArgumentException);
        Assert.That(() => Np.MeshGrid<double>([1.0, 2.0], grid), Throws.TypeOf<ShapeMismatchException>());
    });
}
