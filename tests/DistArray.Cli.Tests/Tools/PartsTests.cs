using DistArray.Cli.Files;

namespace DistArray.Cli.Tests.Tools;

/// <summary>Arrays in pieces.</summary>
internal sealed class PartsTests
{
    [Test]
    public void Of_AnyShape_CoversEveryElementOnceInPiecesThatFit(
        [Values("3x5", "10000000", "3000x3000", "2x3x5000000", "4x3000x3000")] string extents, [Values(MemoryOrder.RowMajor, MemoryOrder.ColumnMajor)] MemoryOrder order)
    {
        long[] shape = [.. extents.Split('x').Select(long.Parse)];
        long covered = 0, before = -1;
        foreach (ArrayPart part in Parts.Of(new StoredArray("u", ElementType.Float64, shape, order), order, 16, 1))
        {
            long count = part.Shape.Aggregate(1L, (product, extent) => product * extent), first = 0;
            foreach (int axis in order == MemoryOrder.RowMajor ? Enumerable.Range(0, shape.Length) : Enumerable.Range(0, shape.Length).Reverse()) first = (first * shape[axis]) + part.First[axis];
            Assert.That(count, Is.LessThanOrEqualTo(1 << 22));
            Assert.That(first, Is.EqualTo(before + 1), "each piece begins where the one before ended");
            before = first + count - 1;
            covered += count;
        }
        Assert.That(covered, Is.EqualTo(shape.Aggregate(1L, (product, extent) => product * extent)));
    }
}
