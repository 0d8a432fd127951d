using DistArray.Cli.Plotting.Fields;

namespace DistArray.Cli.Tests.Plotting;

/// <summary>Fields in pieces.</summary>
internal sealed class FieldSlabsTests
{
    [TestCase(3, 5)]
    [TestCase(10_000_000)]
    [TestCase(3000, 3000)]
    [TestCase(2, 3, 5_000_000)]
    [TestCase(4, 3000, 3000)]
    public void Of_AnyShape_CoversEveryElementOnceInPiecesThatFit(params int[] shape)
    {
        long covered = 0, before = -1;
        foreach (AxisPart[] slab in FieldSlabs.Of(new Field(shape)))
        {
            long count = slab.Aggregate(1L, (product, part) => product * part.Count), first = 0;
            for (int axis = 0; axis < shape.Length; axis++) first = (first * shape[axis]) + slab[axis].Start;
            Assert.That(count, Is.LessThanOrEqualTo(1 << 22));
            Assert.That(first, Is.EqualTo(before + 1), "each piece begins where the one before ended");
            before = first + count - 1;
            covered += count;
        }
        Assert.That(covered, Is.EqualTo(shape.Aggregate(1L, (product, extent) => product * extent)));
    }

    private sealed class Field(int[] shape) : PlotField("u", ElementType.Float64, FieldAxis.Of(Array.ConvertAll(shape, extent => (long)extent), MemoryOrder.RowMajor))
    {
        protected override DistArray<T> Part<T>(AxisPart[] parts) => throw new NotSupportedException();
    }
}
