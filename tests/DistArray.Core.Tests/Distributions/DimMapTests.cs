namespace DistArray.Core.Tests.Distributions;

public class DimMapTests
{
    private static IEnumerable<DimMap> Maps()
    {
        foreach (long size in new long[] { 0, 1, 2, 7, 9, 10, 18, 64 })
        {
            foreach (int parts in new[] { 1, 2, 3, 4, 7 })
            {
                yield return new BlockMap(size, parts);
                yield return BlockMap.Balanced(size, parts);
                yield return new CyclicMap(size, parts);
                yield return new BlockCyclicMap(size, parts, 2);
                yield return new BlockCyclicMap(size, parts, 5);
            }
            yield return new ReplicatedMap(size);
        }
        yield return BlockMap.FromBounds([0, 0, 3, 3, 3, 4, 9, 9]);
        yield return BlockMap.FromBounds([0, 1, 5]);
    }

    [TestCaseSource(nameof(Maps))]
    public void EveryIndex_HasOneOwnerAndOnePlace(DimMap map)
    {
        var places = new HashSet<(int, int)>();
        for (long index = 0; index < map.Size; index++)
        {
            int part = map.Owner(index), local = map.GlobalToLocal(index);
            Assert.That(places.Add((part, local)), Is.True);
            Assert.That(local, Is.InRange(0, map.LocalSize(part) - 1));
            Assert.That(map.LocalToGlobal(part, local), Is.EqualTo(index));
            Assert.That(map.TryGetLocal(part, index, out int again) && again == local, Is.True);
        }
        Assert.That(Enumerable.Range(0, map.Parts).Sum(map.LocalSize), Is.EqualTo(map.Size));
    }

    [TestCaseSource(nameof(Maps))]
    public void Runs_AreTheLocalIndicesInOrder(DimMap map)
    {
        for (int part = 0; part < map.Parts; part++)
        {
            long[] fromRuns = [.. map.Runs(part).SelectMany(run => Enumerable.Range(0, run.Count).Select(i => run.GlobalStart + i))];
            Assert.That(fromRuns, Is.EqualTo(Enumerable.Range(0, map.LocalSize(part)).Select(local => map.LocalToGlobal(part, local))));
            Assert.That(map.Runs(part).Select(run => run.Count), Is.All.GreaterThan(0));
        }
    }

    // The protocol page: the partial block lies on part nb mod P.
    [TestCase(7, 2, 2, new[] { 4, 3 })]
    [TestCase(9, 4, 5, new[] { 5, 4, 0, 0 })]
    [TestCase(5, 2, 2, new[] { 3, 2 })]
    [TestCase(9, 2, 2, new[] { 5, 4 })]
    public void BlockCyclic_LocalSizes_EqualTheProtocols(long size, int parts, int blockSize, int[] expected) =>
        Assert.That(Enumerable.Range(0, parts).Select(new BlockCyclicMap(size, parts, blockSize).LocalSize), Is.EqualTo(expected));

    [Test]
    public void Block_Starts_EqualNumPysArraySplitOrCeil()
    {
        var ceil = new BlockMap(10, 4);
        Assert.That(Enumerable.Range(0, 4).Select(p => (ceil.Start(p), ceil.Stop(p))), Is.EqualTo(new[] { (0L, 3L), (3, 6), (6, 9), (9, 10) }));
        var balanced = BlockMap.Balanced(10, 4); // as numpy.array_split
        Assert.That(Enumerable.Range(0, 4).Select(balanced.Start), Is.EqualTo(new[] { 0L, 3, 6, 8 }));
        var few = new BlockMap(2, 4);
        Assert.That(Enumerable.Range(0, 4).Select(few.LocalSize), Is.EqualTo(new[] { 1, 1, 0, 0 }));
    }

    [Test]
    public void Equality_IsOfPlacesNotOfKinds()
    {
        Assert.That(BlockMap.FromBounds([0, 3, 6, 9, 10]), Is.EqualTo(new BlockMap(10, 4)));
        Assert.That(BlockMap.Balanced(10, 4), Is.Not.EqualTo(new BlockMap(10, 4)));
        Assert.That(BlockMap.Balanced(8, 4), Is.EqualTo(new BlockMap(8, 4)));
        Assert.That(new CyclicMap(10, 4) == new BlockCyclicMap(10, 4, 1), Is.True);
        Assert.That(new CyclicMap(10, 4) == new BlockMap(10, 4), Is.False);
        Assert.That(new BlockMap(10, 1) == (DimMap)new ReplicatedMap(10), Is.True);
        Assert.That(new BlockMap(10, 4) != new BlockMap(11, 4), Is.True);
        Assert.That(new BlockMap(10, 4).GetHashCode(), Is.EqualTo(BlockMap.FromBounds([0, 3, 6, 9, 10]).GetHashCode()));
    }

    [Test]
    public void LargeMap_CostsNothing()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        DimMap[] maps = [new BlockMap(1L << 40, 65536), BlockMap.Balanced(1L << 40, 65536), new CyclicMap(1L << 40, 65536), new BlockCyclicMap(1L << 40, 65536, 128)];
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(2000));
        Assert.That(maps.Select(map => map.Owner((1L << 40) - 1)), Is.All.EqualTo(65535));
        Assert.That(maps.Select(map => map.LocalSize(40000)), Is.All.EqualTo(1 << 24));
    }

    [Test]
    public void Arguments_OutOfRange_Throw()
    {
        var map = new BlockMap(10, 4);
        Assert.That(() => map.Owner(10), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("10"));
        Assert.That(() => map.Owner(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => map.LocalSize(4), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => map.LocalToGlobal(3, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new BlockMap(-1, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new BlockMap(5, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new BlockCyclicMap(5, 2, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => BlockMap.FromBounds([1, 2]), Throws.ArgumentException);
        Assert.That(() => BlockMap.FromBounds([0, 3, 2]), Throws.ArgumentException.With.Message.Contains("3").And.Message.Contains("2"));
        Assert.That(() => new BlockMap(1L << 40, 2), Throws.ArgumentException.With.Message.Contains("more parts"));
        Assert.That(() => new ReplicatedMap(1L << 40), Throws.ArgumentException);
        Assert.That(() => new CyclicMap(1L << 40, 2), Throws.ArgumentException);
    }
}
