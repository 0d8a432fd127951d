namespace DistArray.Core.Tests.Redistributing;

public class AxisGatherTests
{
    private const int Cases = 60;

    [Test]
    public void Take_OfRandomIndices_EqualsTheSerialModel([Values(1, 2, 3, 4, 6, 8, 13, 16)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i;
            var any = new RandomDistributions(number, comm);
            long[] shape = any.Shape(), result = any.Shape();
            result = Like(shape, result);
            long[][] indices = Indices(any.Random, result, shape);
            Distribution from = any.Of(shape), to = any.Of(result);
            using DistArray<long> source = Arrays.Strided<long>(from, new System.Random(number + comm.Rank));
            Arrays.Fill(source, linear => linear);
            using DistArray<long> taken = AxisGather.Take(source, to, Listed(to, indices));
            string? wrong = Arrays.Wrong(taken, linear => Model(linear, result, shape, indices));
            Assert.That(wrong, Is.Null, $"case {number}: {from} to {to}, rank {comm.Rank}");
        }
    });

    [Test]
    public void Put_WithRepeatedIndices_KeepsTheLastInRowMajorOrder([Values(1, 2, 3, 4, 6, 8, 13, 16)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i + 500;
            var any = new RandomDistributions(number, comm);
            long[] shape = any.Shape(), part = Like(shape, any.Shape());
            long[][] indices = Indices(any.Random, part, shape);
            Distribution from = any.Of(part), to = any.Of(shape);
            var own = new System.Random(number + comm.Rank);
            using DistArray<long> source = Arrays.Strided<long>(from, own), target = Arrays.Strided<long>(to, own);
            Arrays.Fill(source, linear => linear);
            Arrays.Fill(target, linear => -1 - linear);
            AxisGather.Put(target, Listed(from, indices), source);
            long[] model = [.. Enumerable.Range(0, (int)to.Size).Select(linear => -1L - linear)];
            for (long linear = 0; linear < from.Size; linear++) model[Model(linear, part, shape, indices)] = linear;
            string? wrong = Arrays.Wrong(target, linear => model[linear]);
            Assert.That(wrong, Is.Null, $"case {number}: {from} to {to}, rank {comm.Rank}");
        }
    });

    [Test]
    public void Take_ByFormula_IsARollAndAReversedSlice() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<int> a = Np.Empty<int>(new Distribution(comm, [10], "b"));
        Arrays.Fill(a, linear => (int)linear);
        using DistArray<int> rolled = AxisGather.Take(a, a.Distribution, [AxisIndices.Affine(-3, 1, 10)]);
        using DistArray<int> sliced = AxisGather.Take(a, new Distribution(comm, [4], "c"), [AxisIndices.Affine(9, -2)]);
        Assert.That(rolled.ToArray(), Is.EqualTo(new[] { 7, 8, 9, 0, 1, 2, 3, 4, 5, 6 }));
        Assert.That(sliced.ToArray(), Is.EqualTo(new[] { 9, 7, 5, 3 }));
    });

    [Test]
    public void TakeAndPut_ByRandomFormulas_EqualTheSerialModel([Values(1, 2, 3, 5, 8)] int ranks) => ThreadCommunicator.Run(ranks, comm =>
    {
        for (int i = 0; i < Cases; i++)
        {
            int number = (ranks * 1000) + i;
            var any = new RandomDistributions(number, comm);
            long extent = any.Random.Next(1, 40), count = any.Random.Next(1, 60), start = any.Random.Next(-50, 50), step = any.Random.Next(-45, 46);
            Distribution from = any.Of([extent]), to = any.Of([count]);
            long Index(long k) => (((start + (step * k)) % extent) + extent) % extent;
            using DistArray<int> a = Np.Empty<int>(from), b = Np.Empty<int>(to);
            Arrays.Fill(a, linear => (int)linear);
            AxisGather.Take(a, b, [AxisIndices.Affine(start, step, extent)]);
            Assert.That(Arrays.Wrong(b, k => (int)Index(k)), Is.Null, $"case {number}: take {start} + {step} k mod {extent}, {from} to {to}");
            Arrays.Fill(b, linear => 100 + (int)linear);
            AxisGather.Put(a, [AxisIndices.Affine(start, step, extent)], b);
            int[] model = [.. Enumerable.Range(0, (int)extent)];
            for (int k = 0; k < count; k++) model[Index(k)] = 100 + k;
            Assert.That(Arrays.Wrong(a, linear => model[linear]), Is.Null, $"case {number}: put {start} + {step} k mod {extent}, {to} to {from}");
        }
    });

    [Test]
    public void Take_AFormulaThatLeavesTheAxis_NamesTheFirstIndexOutside() => ThreadCommunicator.Run(2, comm =>
    {
        using DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [10]));
        var target = new Distribution(comm, [6]);
        Outside(AxisIndices.Affine(1, 3), "10");
        Outside(AxisIndices.Affine(5, -2), "-1");
        Outside(AxisIndices.Affine(-1, 1), "-1");
        Outside(AxisIndices.Affine(10, 0), "10");

        void Outside(AxisIndices indices, string index) =>
            Assert.That(() => AxisGather.Take(a, target, [indices]), Throws.TypeOf<RankFailedException>().With.Message.Contains($"index {index} is outside of axis 0 of shape (10,)"));
    });

    [Test]
    public void Put_ByFormula_WritesASlice() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [10], "b")), b = Np.Empty<int>(new Distribution(comm, [4], "c"));
        Arrays.Fill(b, linear => (int)linear + 1);
        AxisGather.Put(a, [AxisIndices.Affine(9, -2)], b);
        Assert.That(a.ToArray(), Is.EqualTo(new[] { 0, 0, 0, 4, 0, 3, 0, 2, 0, 1 }));
    });

    [Test]
    public void TakeAndPut_AnIndexOutsideOnOneRank_ThrowOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<int> a = Np.Zeros<int>(new Distribution(comm, [6, 4]));
        var target = new Distribution(comm, [3, 4]);
        AxisIndices[] bad = [AxisIndices.Of([comm.Rank == 2 ? 6 : 0]), AxisIndices.Identity];
        Assert.That(() => AxisGather.Take(a, target, bad), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 2").And.Message.Contains("index 6 is outside of axis 0 of shape (6, 4)"));
        using DistArray<int> b = Np.Zeros<int>(target);
        Assert.That(() => AxisGather.Put(a, bad, b), Throws.TypeOf<RankFailedException>().With.Message.Contains("index 6 is outside of axis 0"));
        Assert.That(() => AxisGather.Take(a, target, [AxisIndices.Of(new long[comm.Rank]), AxisIndices.Identity]), Throws.TypeOf<RankFailedException>().With.Message.Contains("Rank 0"));
        comm.Barrier();
    });

    // As many axes; nothing where there is nothing to choose from.
    private static long[] Like(long[] shape, long[] result) =>
        [.. shape.Select((extent, axis) => extent == 0 ? 0 : axis < result.Length ? Math.Min(result[axis], 9) : 3)];

    private static long[][] Indices(System.Random random, long[] result, long[] shape) =>
        [.. result.Select((extent, axis) => Enumerable.Range(0, (int)extent).Select(_ => random.NextInt64(shape[axis])).ToArray())];

    private static AxisIndices[] Listed(Distribution distribution, long[][] indices)
    {
        long[][] mine = OwnedElements.GlobalIndices(distribution);
        return [.. mine.Select((axis, i) => AxisIndices.Of(Array.ConvertAll(axis, index => indices[i][index])))];
    }

    private static long Model(long linear, long[] result, long[] shape, long[][] indices)
    {
        var chosen = new long[shape.Length];
        for (int axis = shape.Length - 1; axis >= 0; linear /= result[axis--]) chosen[axis] = indices[axis][linear % result[axis]];
        return Arrays.Linear(chosen, shape);
    }
}
