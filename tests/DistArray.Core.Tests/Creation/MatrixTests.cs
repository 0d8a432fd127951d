using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Creation;

public class MatrixTests
{
    private static readonly (long N, long M, long K)[] s_eyes = [(4, 4, 0), (5, 3, 1), (3, 7, -2), (4, 4, 9), (0, 3, 0), (6, 2, -4), (1, 1, 0)];

    [Test]
    public void Eye_OfAnyLayout_IsNumPys()
    {
        NumPyAnswer[] answers = NumPyOracle.Run([.. s_eyes.Select(one => $"r = np.eye({one.N}, {one.M}, {one.K})")]);
        for (int i = 0; i < s_eyes.Length; i++)
        {
            (long n, long m, long k) = s_eyes[i];
            double[] expected = answers[i].Arrays[0].Values;
            for (int size = 1; size <= 8; size++)
            {
                ThreadCommunicator.Run(size, comm =>
                {
                    for (int seed = 0; seed < 6; seed++)
                    {
                        Distribution distribution = Layouts.Random(comm, new System.Random(seed), [n, m]);
                        Assert.That(Np.Eye<double>(distribution, k, seed % 2 == 0 ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor).ToArray(), Is.EqualTo(expected), distribution.ToString());
                    }
                });
            }
        }
    }

    [Test]
    public void EyeAndIdentity_OfOtherTypes() => ThreadCommunicator.Run(2, comm =>
    {
        Assert.That(Np.Identity<bool>(comm, 2).ToArray(), Is.EqualTo(new[] { true, false, false, true }));
        Assert.That(Np.Eye<int>(comm, 2, 3, 1, "nb").ToArray(), Is.EqualTo(new[] { 0, 1, 0, 0, 0, 1 }));
        Assert.That(() => Np.Eye<int>(new Distribution(comm, [3])), Throws.TypeOf<ShapeMismatchException>());
    });

    [Test]
    public void Like_KeepsDistributionOrderAndHalo() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<int> array = Np.Zeros<int>(new Distribution(comm, [7, 4], "bn", haloLow: [1, 0]), MemoryOrder.ColumnMajor);
        foreach (DistArray<int> like in new[] { Np.ZerosLike(array), Np.OnesLike(array), Np.EmptyLike(array), Np.FullLike(array, 7) })
        {
            Assert.That(like.Distribution == array.Distribution);
            Assert.That(like.LocalViewWithHalo.Shape.ToArray(), Is.EqualTo(array.LocalViewWithHalo.Shape.ToArray()));
            Assert.That(like.Order, Is.EqualTo(MemoryOrder.ColumnMajor));
        }
        Assert.That(Np.ZerosLike(array).ToArray(), Is.All.EqualTo(0));
        Assert.That(Np.OnesLike(array).ToArray(), Is.All.EqualTo(1));
        Assert.That(Np.FullLike(array, 7).ToArray(), Is.All.EqualTo(7));
        Assert.That(Np.ZerosLike(array, MemoryOrder.RowMajor).Order, Is.EqualTo(MemoryOrder.RowMajor));
    });

    [Test]
    public unsafe void FromArray_OfAnyLayout_IsTheArray([Values(1, 2, 3, 5, 8)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        double[] values = [.. Enumerable.Range(0, 35).Select(i => i + 0.25)];
        var matrix = new double[5, 7];
        var cube = new double[5, 7, 1];
        Buffer.BlockCopy(values, 0, matrix, 0, 35 * sizeof(double));
        Buffer.BlockCopy(values, 0, cube, 0, 35 * sizeof(double));
        LocalBlock<double> columns = LocalBlock<double>.Allocate([5, 7], MemoryOrder.ColumnMajor);
        for (int i = 0; i < 35; i++) columns.View[i / 7, i % 7] = values[i];
        int root = comm.Size - 1;
        bool isRoot = comm.Rank == root;
        for (int seed = 0; seed < 12; seed++)
        {
            var random = new System.Random(seed);
            Distribution distribution = Layouts.Random(comm, random, [5, 7]), three = Layouts.Random(comm, random, [5, 7, 1]);
            Assert.That(Np.FromArray(distribution, values).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(distribution, matrix).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(three, cube).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(distribution, columns.View).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(distribution, isRoot ? values : null, root).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(distribution, isRoot ? matrix : null, root).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(three, isRoot ? cube : null, root).ToArray(), Is.EqualTo(values), distribution.ToString());
            Assert.That(Np.FromArray(distribution, columns.View, root).ToArray(), Is.EqualTo(values), distribution.ToString());
        }
    });

    [Test]
    public void FromArray_OfNoAxesOrElements() => ThreadCommunicator.Run(3, comm =>
    {
        Assert.That(Np.FromArray(new Distribution(comm, []), new[] { 5 }).Item(), Is.EqualTo(5));
        Assert.That(Np.FromArray(new Distribution(comm, []), comm.Rank == 1 ? new[] { 6 } : null, 1).Item(), Is.EqualTo(6));
        Assert.That(Np.FromArray(new Distribution(comm, [0, 3]), new int[0, 3]).Size, Is.Zero);
        Assert.That(Np.FromArray(new Distribution(comm, [0, 3]), comm.Rank == 0 ? Array.Empty<int>() : null, 0).ToArray(), Is.Empty);
    });

    [Test]
    public void FromArray_OfWrongValues_IsRefusedOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        var distribution = new Distribution(comm, [2, 3]);
        Assert.That(() => Np.FromArray(distribution, new int[5]), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("5 values"));
        Assert.That(() => Np.FromArray(distribution, new int[3, 2]), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.FromArray(distribution, comm.Rank == 1 ? new int[3, 2] : null, 1), Throws.TypeOf<RankFailedException>().With.Message.Contains("(3, 2)"));
        Assert.That(() => Np.FromArray<int>(distribution, (int[]?)null, 2), Throws.TypeOf<RankFailedException>().With.Message.Contains("no values"));
        Assert.That(() => Np.FromArray(distribution, new int[6], 3), Throws.TypeOf<ArgumentOutOfRangeException>());
    });

    [Test]
    public void FromFunction_OfAnyLayout_SeesGlobalIndices([Values(1, 3, 8)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        for (int seed = 0; seed < 12; seed++)
        {
            var random = new System.Random(seed);
            Assert.That(Np.FromFunction<long>(Layouts.Random(comm, random, [11]), i => i).ToArray(), Is.EqualTo(Enumerable.Range(0, 11)));
            Assert.That(Np.FromFunction<long>(Layouts.Random(comm, random, [3, 4, 5]), (i, j, k) => (((i * 4) + j) * 5) + k, MemoryOrder.ColumnMajor).ToArray(), Is.EqualTo(Enumerable.Range(0, 60)));
            Assert.That(Np.FromFunction<long>(Layouts.Random(comm, random, []), indices => 7 + indices.Length).ToArray(), Is.EqualTo(new[] { 7 }));
        }
    });
}
