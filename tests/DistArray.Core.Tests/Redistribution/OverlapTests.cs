namespace DistArray.Core.Tests.Redistributing;

/// <summary>Source and destination share memory: the result is as if the source had been copied first.</summary>
public class OverlapTests
{
    [Test]
    public void Copy_BetweenOverlappingSlices_IsAsOfACopy([Values(1, 2, 3, 4, 7)] int ranks, [Values("b", "c", "c(2)", "c(3)")] string codes) => ThreadCommunicator.Run(ranks, comm =>
    {
        const int N = 24;
        foreach ((Slice to, Slice from) in Slices())
        {
            using DistArray<int> a = Np.Empty<int>(new Distribution(comm, [N], codes));
            Arrays.Fill(a, linear => (int)linear);
            int[] model = [.. Enumerable.Range(0, N)];
            (long start, long step, long count) = to.On(N);
            (long first, long stride, _) = from.On(N);
            for (int i = 0; i < count; i++) model[start + (i * step)] = (int)(first + (i * stride));
            Redistribution.Copy(a[from], a[to], "Copy");
            Assert.That(Arrays.Wrong(a, linear => model[linear]), Is.Null, $"a[{to}] = a[{from}] on rank {comm.Rank}");
        }
    });

    [Test]
    public void Copy_OfATransposedViewIntoItsArray_IsATransposition([Values(1, 2, 3, 4)] int ranks, [Values("bn", "nb", "bb", "cc(2)")] string codes) => ThreadCommunicator.Run(ranks, comm =>
    {
        const int N = 7;
        using DistArray<int> a = Np.Empty<int>(new Distribution(comm, [N, N], codes));
        Arrays.Fill(a, linear => (int)linear);
        Redistribution.Copy(a.Transpose(), a, "Copy");
        Assert.That(Arrays.Wrong(a, linear => (int)((linear % N * N) + (linear / N))), Is.Null);
    });

    [Test]
    public void TakeAndPut_IntoTheSameMemory_ReadItAsItWas() => ThreadCommunicator.Run(3, comm =>
    {
        using DistArray<int> a = Np.Empty<int>(new Distribution(comm, [10], "b")), b = Np.Empty<int>(a.Distribution);
        Arrays.Fill(a, linear => (int)linear);
        Arrays.Fill(b, linear => (int)linear);
        AxisGather.Take(a, a, [AxisIndices.Affine(-3, 1, 10)]);
        AxisGather.Put(b, [AxisIndices.Affine(3, 1, 10)], b);
        Assert.That(a.ToArray(), Is.EqualTo(new[] { 7, 8, 9, 0, 1, 2, 3, 4, 5, 6 }));
        Assert.That(b.ToArray(), Is.EqualTo(new[] { 7, 8, 9, 0, 1, 2, 3, 4, 5, 6 }));
    });

    private static IEnumerable<(Slice To, Slice From)> Slices()
    {
        yield return (new Slice(1, null), new Slice(null, -1));
        yield return (new Slice(null, -1), new Slice(1, null));
        yield return (new Slice(null, null), new Slice(null, null, -1));
        yield return (new Slice(null, 12), new Slice(null, null, 2));
        yield return (new Slice(1, null, 2), new Slice(0, null, 2));
        yield return (new Slice(null, null, 3), new Slice(8, 0, -1));
        yield return (new Slice(5, 17), new Slice(16, 4, -1));
    }
}
