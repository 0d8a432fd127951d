using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public class EpetraMapTests
{
    private static IEnumerable<Distribution> Distributions(ICommunicator world)
    {
        foreach (string codes in new[] { "b", "c", "c(3)" }) yield return new Distribution(world, [19], codes);
        yield return new Distribution(world, [2]);
        yield return new Distribution(world, [0]);
        foreach (string codes in new[] { "bn", "nb", "cb", "bb", "c(2)c" }) yield return new Distribution(world, [7, 5], codes);
        foreach (string codes in new[] { "bnn", "nnb", "bbb", "cnb" }) yield return new Distribution(world, [5, 4, 3], codes);
        yield return new Distribution(world, [9, 4], "bn", haloLow: [1, 0], haloHigh: [1, 0]);
        int p = world.Size, r = world.Rank;
        long[] scattered = [.. Enumerable.Range(0, 13).Select(i => (long)((i * 5) % 13)).Where((_, place) => place % p == r)];
        yield return new Distribution(world, [UnstructuredMap.Create(world, 13, scattered)]);
    }

    [MpiTest(1, 2, 3, 4)]
    public void Of_EveryDistribution_NumbersElementsAsTheFlattenedArray(ICommunicator world)
    {
        foreach (Distribution d in Distributions(world))
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                foreach (MemoryOrder numbering in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
                {
                    EpetraMap map = EpetraMap.Of(d, order, numbering);
                    // Every element holds its number; memory is read in its own order.
                    using DistArray<double> a = Np.Zeros<double>(new Distribution(d.Communicator, d.DimMaps, d.Grid), order);
                    var index = new long[d.NDim];
                    LocalView<double> view = a.LocalView;
                    foreach (int[] local in Indices(d.LocalShape.ToArray()))
                    {
                        d.LocalToGlobal(local, index);
                        long number = 0;
                        for (int i = 0; i < d.NDim; i++)
                        {
                            int axis = numbering == MemoryOrder.RowMajor ? i : d.NDim - 1 - i;
                            number = (number * d.Shape[axis]) + index[axis];
                        }
                        view[local] = number;
                    }
                    string what = $"{d}, {order}, {numbering}";
                    Assert.That(map.Indices(), Is.EqualTo(a.LocalSpan.ToArray().Select(x => (long)x)), what);
                    Assert.That(map.Size, Is.EqualTo(d.Size), what);
                    Assert.That(map.IsOneToOne(), Is.True, what);
                    Assert.That(map.ToDistribution(), Is.EqualTo(d), what);
                    Assert.That(EpetraMap.Of(d, order, numbering), Is.SameAs(map), what);
                }
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void IsContiguous_WhereTheNumbersAre_IsTrue(ICommunicator world)
    {
        bool one = world.Size == 1;
        Assert.That(EpetraMap.Of(new Distribution(world, [20])).IsContiguous, Is.True);
        Assert.That(EpetraMap.Of(new Distribution(world, [20], "c")).IsContiguous, Is.EqualTo(one));
        Assert.That(EpetraMap.Of(new Distribution(world, [6, 5], "bn")).IsContiguous, Is.True);
        Assert.That(EpetraMap.Of(new Distribution(world, [6, 5], "nb"), MemoryOrder.ColumnMajor).IsContiguous, Is.False);
        Assert.That(EpetraMap.Of(new Distribution(world, [6, 5], "nb"), MemoryOrder.ColumnMajor, MemoryOrder.ColumnMajor).IsContiguous, Is.True);
    }

    [MpiTest(1, 2, 3, 4)]
    public void ToDistribution_OfListedIndices_FindsTheStructure(ICommunicator world)
    {
        int p = world.Size, r = world.Rank;
        long[] range = [.. Enumerable.Range(0, r + 1).Select(i => (long)((r * (r + 1) / 2) + i))];
        using (EpetraMap map = EpetraMap.Create(world, range))
        {
            Assert.That(map.ToDistribution().DimMaps[0], Is.InstanceOf<BlockMap>());
            Assert.That(map.ToDistribution().LocalRange(0).Start, Is.EqualTo(range[0]));
            Assert.That(map.IsContiguous, Is.True);
        }
        long[] dealt = [.. Enumerable.Range(0, 11).Select(i => (long)i).Where(i => i / 2 % p == r)];
        using (EpetraMap map = EpetraMap.Create(world, dealt))
        {
            if (p > 1) Assert.That(map.ToDistribution().DimMaps[0], Is.EqualTo(new BlockCyclicMap(11, p, 2)));
        }
        long[] backwards = [.. dealt.Reverse()];
        using (EpetraMap map = EpetraMap.Create(world, backwards))
        {
            Assert.That(map.ToDistribution().DimMaps[0], Is.InstanceOf<UnstructuredMap>());
            using EpetraMultiVector v = EpetraVector.Create(map);
            v.AsDistArray().Assign(Np.Arange<double>(world, 11));
            Assert.That(v.AsDistArray().LocalSpan.ToArray(), Is.EqualTo(backwards.Select(i => (double)i)));
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Create_OfBadIndicesOnOneRank_ThrowsOnAll(ICommunicator world)
    {
        Assert.That(() => EpetraMap.Create(world, world.Rank == world.Size - 1 ? [3, 4, 3] : []), Throws.Exception.With.Message.Contains("index 3 is there twice"));
        Assert.That(() => EpetraMap.Create(world, world.Rank == 0 ? [-2] : [1]), Throws.Exception.With.Message.Contains("-2"));
    }

    [MpiTest(2, 3, 4)]
    public void Of_ReplicatedArray_IsRefused(ICommunicator world) => Assert.That(() => EpetraMap.Of(new Distribution(world, [4], "n")), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("Redistribute"));

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        int total = shape.Aggregate(1, (a, b) => a * b);
        for (int flat = 0; flat < total; flat++)
        {
            var index = new int[shape.Length];
            for (int axis = shape.Length - 1, rest = flat; axis >= 0; axis--)
            {
                index[axis] = rest % shape[axis];
                rest /= shape[axis];
            }
            yield return index;
        }
    }
}
