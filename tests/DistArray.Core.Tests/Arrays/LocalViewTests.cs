namespace DistArray.Core.Tests.Arrays;

public unsafe class LocalViewTests
{
    private static LocalView<int> View(MemoryOrder order)
    {
        LocalView<int> view = LocalBlock<int>.Allocate([3, 4], order).View;
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 4; j++) view[i, j] = (10 * i) + j;
        return view;
    }

    [Test]
    public void Slice_WithSteps_EqualsNumPys([Values] MemoryOrder order)
    {
        LocalView<int> view = View(order);
        Assert.That(view.Slice(0, 1, 2).ToArray(), Is.EqualTo(new[] { 10, 11, 12, 13, 20, 21, 22, 23 }));
        Assert.That(view.Slice(1, 3, 2, -2).ToArray(), Is.EqualTo(new[] { 3, 1, 13, 11, 23, 21 }));
        Assert.That(view.Slice(0, 0, 2, 2).Slice(1, 1, 2).ToArray(), Is.EqualTo(new[] { 1, 2, 21, 22 }));
        Assert.That(view.Select(1, 2).ToArray(), Is.EqualTo(new[] { 2, 12, 22 }));
        Assert.That(view.Transpose().Select(0, 3).ToArray(), Is.EqualTo(new[] { 3, 13, 23 }));
        Assert.That(view.Slice(0, 3, 0).Size, Is.Zero);
        Assert.That(() => view.Slice(0, 2, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => view.Slice(1, 0, 2, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => view.Slice(2, 0, 1), Throws.TypeOf<AxisOutOfRangeException>());
    }

    [Test]
    public void Indexer_OutOfRange_Throws()
    {
        LocalView<int> view = View(MemoryOrder.RowMajor);
        Assert.That(() => view[3, 0], Throws.TypeOf<IndexOutOfRangeException>().With.Message.Contains("(3, 4)"));
        Assert.That(() => view[0, -1], Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => view[0], Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => default(LocalView<int>)[0], Throws.TypeOf<IndexOutOfRangeException>());
    }

    [Test]
    public void Rows_CoverEveryElementOnceAndJoinAxes([Values] MemoryOrder order)
    {
        LocalView<int> view = View(order);
        Assert.That(view.Rows.Count(), Is.EqualTo(1), "no gaps: one row");
        Assert.That(view.IsContiguous, Is.True);
        LocalView<int> inner = view.Slice(0, 1, 2).Slice(1, 1, 2);
        Assert.That(inner.IsContiguous, Is.False);
        List<int> seen = [];
        foreach (LocalRow<int> row in inner.Rows)
            foreach (int value in row.Span) seen.Add(value);
        Assert.That(seen, Is.EquivalentTo(new[] { 11, 12, 21, 22 }));
        Assert.That(inner.Rows.Count(), Is.EqualTo(2));
        LocalRow<int> strided = view.Select(order == MemoryOrder.RowMajor ? 1 : 0, 0).Rows.Single();
        Assert.That(strided.Stride, Is.EqualTo(order == MemoryOrder.RowMajor ? 4 : 3));
        Assert.That(() => strided.Span.Length, Throws.InvalidOperationException);
    }

    [Test]
    public void CopyTo_OverlappingElements_EqualsNumPys()
    {
        using var square = DistArray<int>.Wrap(new Distribution(new SelfCommunicator(), [3, 3]), LocalBlock<int>.FromArray([0, 1, 2, 3, 4, 5, 6, 7, 8], [3, 3]));
        square.Assign(square.Transpose());
        Assert.That(square.ToArray(), Is.EqualTo(new[] { 0, 3, 6, 1, 4, 7, 2, 5, 8 })); // a[:] = a.T
        LocalView<int> view = View(MemoryOrder.RowMajor);
        view.Slice(0, 2, 3, -1).CopyTo(view); // a[:] = a[::-1]
        Assert.That(view.ToArray(), Is.EqualTo(new[] { 20, 21, 22, 23, 10, 11, 12, 13, 0, 1, 2, 3 }));
        LocalView<int> shifted = View(MemoryOrder.ColumnMajor);
        shifted.Slice(1, 0, 3).CopyTo(shifted.Slice(1, 1, 3)); // a[:, 1:] = a[:, :-1]
        Assert.That(shifted.ToArray(), Is.EqualTo(new[] { 0, 0, 1, 2, 10, 10, 11, 12, 20, 20, 21, 22 }));
    }

    [Test]
    public void Rows_WhileTheyAreGoneOver_KeepTheMemory()
    {
        int rows = 0;
        foreach (LocalRow<int> row in Rows(out WeakReference owner))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(owner.IsAlive, Is.True);
            Assert.That(row.Span[0], Is.EqualTo(10 * rows++));
        }
        Assert.That(rows, Is.EqualTo(3));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static IEnumerable<LocalRow<int>> Rows(out WeakReference owner)
    {
        LocalBlock<int> block = LocalBlock<int>.Allocate([3, 4]);
        for (int i = 0; i < 3; i++) block.View.Select(0, i).Fill(10 * i);
        owner = new WeakReference(block.Owner);
        return block.View.Slice(1, 0, 2).Rows;
    }

    [Test]
    public void FillAndCopy_BetweenOrders_KeepIndices()
    {
        LocalView<int> row = View(MemoryOrder.RowMajor), column = LocalBlock<int>.Allocate([3, 4], MemoryOrder.ColumnMajor).View;
        row.CopyTo(column);
        Assert.That(column.ToArray(), Is.EqualTo(row.ToArray()));
        Assert.That(column.Span[1], Is.EqualTo(10));
        column.Slice(1, 0, 2, 3).Fill(-1);
        Assert.That(column.ToArray(), Is.EqualTo(new[] { -1, 1, 2, -1, -1, 11, 12, -1, -1, 21, 22, -1 }));
        Assert.That(() => row.CopyTo(column.Transpose()), Throws.TypeOf<ShapeMismatchException>());
    }

    [Test]
    public void EveryArrangement_OfThreeAxes_IsWalkedRight()
    {
        // All sign and order combinations of strides of a 2 x 3 x 4 block, against plain index arithmetic.
        int[] values = [.. Enumerable.Range(0, 24)];
        using var owner = new PinnedMemory<int>(values);
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        int[] shape = [2, 3, 4];
        foreach (int[] order in orders)
        {
            for (int signs = 0; signs < 8; signs++)
            {
                long[] strides = new long[3];
                long step = 1, origin = 0;
                foreach (int axis in order)
                {
                    bool negative = (signs >> axis & 1) == 1;
                    strides[axis] = negative ? -step : step;
                    if (negative) origin += (shape[axis] - 1) * step;
                    step *= shape[axis];
                }
                LocalView<int> view = new LocalBlock<int>((int*)owner.Pointer + origin, shape, strides, owner).View;
                var expected = new List<int>();
                for (int i = 0; i < 2; i++)
                    for (int j = 0; j < 3; j++)
                        for (int k = 0; k < 4; k++) expected.Add((int)(origin + (i * strides[0]) + (j * strides[1]) + (k * strides[2])));
                Assert.That(view.ToArray(), Is.EqualTo(expected));
            }
        }
    }
}
