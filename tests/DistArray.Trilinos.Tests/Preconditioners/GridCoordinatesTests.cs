using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Preconditioners;

public class GridCoordinatesTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Of_AnArraysMap_AreItsIndices(ICommunicator world)
    {
        foreach (string codes in new[] { "bnn", "nbb", "cnc", "nc(2)b" })
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                foreach (MemoryOrder numbering in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
                {
                    long[] shape = [5, 3, 4];
                    TpetraMap map = TpetraMap.Of(new Distribution(world, shape, codes), order, numbering);
                    using TpetraMultiVector<double> points = GridCoordinates.Of(map);
                    long[] indices = map.Indices();
                    Assert.That(points.LocalView.Shape.ToArray(), Is.EqualTo(new[] { indices.Length, 3 }));
                    for (int row = 0; row < indices.Length; row++)
                    {
                        double i = points.LocalView[row, 0], j = points.LocalView[row, 1], k = points.LocalView[row, 2];
                        Assert.That(numbering == MemoryOrder.RowMajor ? (((i * 3) + j) * 4) + k : (((k * 3) + j) * 5) + i, Is.EqualTo(indices[row]), $"{codes} {order} {numbering}");
                        Assert.That(i is >= 0 and < 5 && j is >= 0 and < 3 && k is >= 0 and < 4, Is.True);
                    }
                }
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Of_IndicesAlone_AreTheIndices(ICommunicator world)
    {
        using TpetraMap map = TpetraMap.Create(world, world.Rank == 0 ? [7, 2, 9] : [20 + world.Rank]);
        using TpetraMultiVector<double> points = GridCoordinates.Of(map);
        Assert.That(points.LocalView.ToArray(), Is.EqualTo(map.Indices().Select(i => (double)i)));
    }
}
