namespace DistArray.IO.Tests;

/// <summary>Boxes cover the whole once, in row-major order, within the limit.</summary>
public class BoxTests
{
    [Test]
    public void Split_AnyExtentsAndLimit_CoversInRowMajorOrder()
    {
        foreach (int[] extents in (int[][])[[], [1], [7], [3, 4], [5, 1, 2], [2, 3, 4, 5], [4, 0, 3]])
        {
            long size = extents.Aggregate(1L, (a, b) => a * b);
            foreach (long limit in (long[])[1, 2, 3, 5, 8, 20, 1000])
            {
                var boxes = Box.Split(extents, limit).ToList();
                Assert.That(boxes, Has.Count.EqualTo(Box.CountOf(extents, limit)), $"{string.Join('x', extents)} by {limit}");
                Assert.That(boxes.All(box => box.Size <= limit && box.Size > 0));
                Assert.That(boxes.SelectMany(box => Positions(box, extents)), Is.EqualTo(Enumerable.Range(0, (int)size).Select(i => (long)i)), $"{string.Join('x', extents)} by {limit}");
            }
        }
    }

    private static IEnumerable<long> Positions(Box box, int[] extents)
    {
        IEnumerable<long> positions = [0];
        for (int axis = 0; axis < extents.Length; axis++)
        {
            int a = axis;
            positions = positions.SelectMany(outer => Enumerable.Range(box.First[a], box.End[a] - box.First[a]).Select(i => outer * extents[a] + i));
        }
        return positions;
    }
}
