using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Indexing;

public class ElementTests
{
    [Test]
    public void Takes_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("np.take(a, [3, 0, -1, 3], axis=0)", [5, 4], a => a.Take(new long[] { 3, 0, -1, 3 }, 0));
        cases.Copy("np.take(a, [[1, 0], [2, -1], [0, 0]], axis=1)", [5, 4], a => Np.Take(a, new long[,] { { 1, 0 }, { 2, -1 }, { 0, 0 } }, 1));
        cases.Copy("np.take(a, 2, axis=-1)", [2, 3, 4], a => Np.Take(a, 2L, -1));
        cases.Copy("np.take(a, [7, -1, 12])", [3, 5], a => Np.Take(a, new long[] { 7, -1, 12 }));
        cases.Copy("np.take(a, [7, -1, 12])", [13], a => Np.Take(a, new long[] { 7, -1, 12 }));
        cases.Copy("np.take(a, [17, -21, 4], axis=1, mode='wrap')", [3, 5], a => Np.Take(a, new long[] { 17, -21, 4 }, 1, IndexMode.Wrap));
        cases.Copy("np.take(a, [17, -21, 4], mode='clip')", [3, 5], a => Np.Take(a, new long[] { 17, -21, 4 }, mode: IndexMode.Clip));
        cases.Copy("np.take(a, np.zeros((0, 2), int), axis=0)", [3, 5], a => Np.Take(a, new long[0, 2], 0));
        cases.Copies("np.take(a, b.astype(int) % 6 - 3, axis=0)", [[6, 2], [4, 3]], x => [Np.Take(x[0], Mod(x[1], 6, 3), 0)]);
        cases.Copies("np.take(a, b.astype(int) % 6 - 3)", [[2, 3], [7]], x => [Np.Take(x[0], Mod(x[1], 6, 3))]);
        cases.Copies("np.take(a, b.astype(int) % 9 - 3)", [[9], [4, 3]], x => [Np.Take(x[0], Mod(x[1], 9, 3))]);
        cases.Check();
    }

    [Test]
    public void TakesAlongAnAxis_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copies("np.take_along_axis(a, b.astype(int) % 5 - 2, axis=1)", [[4, 5], [4, 3]], x => [Np.TakeAlongAxis(x[0], Mod(x[1], 5, 2), 1)]);
        cases.Copies("np.take_along_axis(a, b.astype(int) % 4 - 2, axis=0)", [[4, 1, 3], [6, 2, 1]], x => [Np.TakeAlongAxis(x[0], Mod(x[1], 4, 2), 0)]);
        cases.Copies("np.take_along_axis(a, b.astype(int) % 12, axis=None)", [[4, 3], [5]], x => [Np.TakeAlongAxis(x[0], Mod(x[1], 12, 0), null)]);
        cases.Copy("np.take_along_axis(a, np.array([[2, 0], [1, 1], [0, -1]]), axis=1)", [3, 4], a => Np.TakeAlongAxis(a, new long[,] { { 2, 0 }, { 1, 1 }, { 0, -1 } }, 1));
        cases.Copy("np.take_along_axis(a, np.array([[2, 0, 1, 1]]), axis=0)", [3, 4], a => Np.TakeAlongAxis(a, new long[,] { { 2, 0, 1, 1 } }, 0));
        cases.Check();
    }

    [Test]
    public void Puts_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("(c := a.copy(), np.put(c, [2, -1, 2, 7], [-1., -2., -3.]))[0]", [3, 4], a => Changed(a, c => c.Put(new long[] { 2, -1, 2, 7 }, new double[] { -1, -2, -3 })));
        cases.Copy("(c := a.copy(), np.put(c, [22, -3], -9., mode='clip'))[0]", [3, 4], a => Changed(a, c => Np.Put(c, new long[] { 22, -3 }, -9.0, IndexMode.Clip)));
        cases.Copy("(c := a.copy(), np.put(c, [22, -13], [-9.], mode='wrap'))[0]", [3, 4], a => Changed(a, c => Np.Put(c, new long[] { 22, -13 }, new double[] { -9 }, IndexMode.Wrap)));
        cases.Copy("(c := a.copy(), np.put(c, [1, 2], []))[0]", [3, 4], a => Changed(a, c => Np.Put(c, new long[] { 1, 2 }, Array.Empty<double>())));
        cases.Copies("(d := a.copy(), np.put(d, b.astype(int) % 12, -c))[0]", [[3, 4], [4, 5], [6]], x => [Changed(x[0], d => Np.Put(d, Mod(x[1], 12, 0), Negative(x[2])))]);
        cases.Copies("(d := a.copy(), np.put_along_axis(d, b.astype(int) % 5 - 2, -c, axis=1))[0]", [[4, 5], [4, 3], [3]], x => [Changed(x[0], d => Np.PutAlongAxis(d, Mod(x[1], 5, 2), Negative(x[2]), 1))]);
        cases.Copies("(d := a.copy(), np.put_along_axis(d, b.astype(int) % 4, -1., axis=0))[0]", [[4, 5], [2, 1]], x => [Changed(x[0], d => Np.PutAlongAxis(d, Mod(x[1], 4, 0), -1.0, 0))]);
        cases.Check();
    }

    [Test]
    public void NonZero_OfAnyLayout_IsInNumPysOrder()
    {
        var cases = new Differential();
        foreach (long[] shape in new long[][] { [23], [5, 7], [3, 2, 4], [1, 9, 2], [0, 3] })
        {
            cases.Copies("np.nonzero(a % 3)", [shape], x => Np.NonZero(Np.Remainder(x[0], 3.0)).Select(list => list.AsType<double>()));
            cases.Copies("np.where(a % 4 == 1)", [shape], x => Np.Where(Np.Remainder(x[0], 4.0) == 1.0).Select(list => list.AsType<double>()));
            cases.Copy("np.flatnonzero(a % 3)", shape, a => Np.FlatNonZero(Np.Remainder(a, 3.0)).AsType<double>());
            cases.Copy("np.argwhere(a % 3)", shape, a => Np.ArgWhere(Np.Remainder(a, 3.0)).AsType<double>());
        }
        cases.Copy("np.argwhere(a + 1)", [], a => Np.ArgWhere(a + 1).AsType<double>());
        cases.Copy("np.flatnonzero(a)", [], a => Np.FlatNonZero(a).AsType<double>());
        cases.Check();
    }

    [Test]
    public void Selections_OfAnyLayout_AreInNumPysOrder()
    {
        var cases = new Differential();
        cases.Copy("a[a % 3 == 1]", [5, 7], a => a[Np.Remainder(a, 3.0) == 1.0]);
        cases.Copies("a[b % 3 == 1]", [[5, 7], [5, 7]], x => [x[0][Np.Remainder(x[1], 3.0) == 1.0]]);
        cases.Copies("a[b % 2 == 1, 1:]", [[5, 7], [5]], x => [x[0][Np.Remainder(x[1], 2.0) == 1.0, 1..]]);
        cases.Copy("np.compress([True, False, True], a, axis=1)", [3, 4], a => Np.Compress(new[] { true, false, true }, a, 1));
        cases.Copies("np.compress(b % 2, a, axis=0)", [[6, 2], [5]], x => [x[0].Compress(Np.Remainder(x[1], 2.0).AsType<bool>(), 0)]);
        cases.Copies("np.compress(b % 2, a)", [[6, 2], [9]], x => [x[0].Compress(Np.Remainder(x[1], 2.0).AsType<bool>())]);
        cases.Copies("np.extract(b % 3, a)", [[4, 3], [4, 3]], x => [Np.Extract(Np.Remainder(x[1], 3.0).AsType<bool>(), x[0])]);
        cases.Copies("np.extract(b % 3, a)", [[4, 3], [2, 6]], x => [Np.Extract(Np.Remainder(x[1], 3.0).AsType<bool>(), x[0])]);
        cases.Copies("(d := a.copy(), np.place(d, b % 3, -c))[0]", [[4, 5], [4, 5], [3]], x => [Changed(x[0], d => Np.Place(d, Np.Remainder(x[1], 3.0).AsType<bool>(), Negative(x[2])))]);
        cases.Copies("(d := a.copy(), np.place(d, b % 3, -c))[0]", [[4, 5], [4, 5], [5, 7]], x => [Changed(x[0], d => Np.Place(d, Np.Remainder(x[1], 3.0).AsType<bool>(), Negative(x[2])))]);
        cases.Copies("(d := a.copy(), np.place(d, b % 3, [-4.]))[0]", [[4, 5], [4, 5]], x => [Changed(x[0], d => Np.Place(d, Np.Remainder(x[1], 3.0).AsType<bool>(), new double[] { -4 }))]);
        cases.Check();
    }

    [Test]
    public void Diagonals_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("np.diagonal(a)", [5, 7], a => a.Diagonal());
        cases.Copy("np.diagonal(a, -2)", [7, 4], a => a.Diagonal(-2));
        cases.Copy("np.diagonal(a, 3)", [7, 4], a => a.Diagonal(3));
        cases.Copy("np.diagonal(a, 9)", [7, 4], a => a.Diagonal(9));
        cases.Copy("np.diagonal(a, 1, 2, 0)", [4, 3, 5], a => Np.Diagonal(a, 1, 2, 0));
        cases.Copy("np.diagonal(a, 0, -1, 1)", [2, 4, 3, 5], a => Np.Diagonal(a, 0, -1, 1));
        cases.Copy("np.trace(a)", [5, 7], a => Np.Trace(a));
        cases.Copy("np.trace(a, 1, 2, 0)", [4, 3, 5], a => Np.Trace(a, 1, 2, 0));
        cases.Copy("np.tril(a)", [5, 7], a => Np.Tril(a));
        cases.Copy("np.tril(a, -2)", [2, 5, 4], a => Np.Tril(a, -2));
        cases.Copy("np.triu(a, 1)", [2, 5, 4], a => Np.Triu(a, 1));
        cases.Copy("np.triu(a[::-1])", [5, 4], a => Np.Triu(a[Np.Slice(null, null, -1)]));
        cases.Check();
    }

    [Test]
    public void InsertsAndDeletes_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("np.delete(a, [1, 4, -1, 1], axis=0)", [6, 3], a => Np.Delete(a, [1, 4, -1, 1], 0));
        cases.Copy("np.delete(a, [0, 1], axis=1)", [6, 3], a => Np.Delete(a, [0, 1], 1));
        cases.Copy("np.delete(a, [5, 7])", [6, 3], a => Np.Delete(a, [5, 7]));
        cases.Copy("np.delete(a, [], axis=0)", [6, 3], a => Np.Delete(a, [], 0));
        cases.Copies("np.insert(a, 2, b, axis=0)", [[6, 3], [3]], x => [Np.Insert(x[0], 2, x[1], 0)]);
        cases.Copies("np.insert(a, -1, b, axis=1)", [[4, 3], [4]], x => [Np.Insert(x[0], -1, x[1], 1)]);
        cases.Copies("np.insert(a, 3, b, axis=1)", [[4, 3], [2, 4]], x => [Np.Insert(x[0], 3, x[1], 1)]);
        cases.Copy("np.insert(a, 4, [-1., -2.])", [3, 3], a => Np.Insert(a, 4, new double[] { -1, -2 }));
        cases.Copy("np.insert(a, 1, -1., axis=2)", [2, 3, 2], a => Np.Insert(a, 1, -1.0, 2));
        cases.Check();
    }

    [Test]
    public void Elements_OutOfBounds_AreRefusedOnEveryRank([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        DistArray<double> a = Layouts.Arange(new Distribution(comm, [6, 4], "bn"));
        DistArray<long> spread = Np.FromArray(new Distribution(comm, [5], "c"), new long[] { 0, 1, 2, 3, 6 }); // one rank alone has the 6
        Assert.That(() => a.Take(new long[] { 6 }, 0), Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("index 6"));
        Assert.That(() => a.Take(spread, 0), Throws.TypeOf<RankFailedException>().With.Message.Contains("index 6"));
        Assert.That(() => a[spread], Throws.TypeOf<RankFailedException>());
        Assert.That(() => a[spread, 1] = 5.0, Throws.TypeOf<RankFailedException>());
        Assert.That(() => a[spread, new long[] { 1 }], Throws.TypeOf<RankFailedException>());
        Assert.That(() => a[new long[] { 0 }, new long[] { -5 }], Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("-5"));
        Assert.That(() => a[new long[] { 0, 1 }, new long[] { 1, 2, 3 }], Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => a[new[] { true, false }], Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("mask of shape (2,)"));
        Assert.That(() => a[a > 5.0] = new double[] { 1, 2 }, Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("18 elements"));
        Assert.That(() => Np.Put(a, spread + 20, 1.0), Throws.TypeOf<RankFailedException>());
        Assert.That(() => Np.TakeAlongAxis(a, Np.ExpandDims(spread, 1), 0), Throws.TypeOf<RankFailedException>());
        Assert.That(() => Np.TakeAlongAxis(a, spread, 0), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Compress(new bool[8].Append(true).ToArray(), a, 0), Throws.InstanceOf<ArgumentException>());
        Assert.That(() => Np.Place(a, a > 3.0, Array.Empty<double>()), Throws.ArgumentException);
        Assert.That(() => Np.BroadcastTo(a, 2, 6, 4)[new long[] { 0 }] = 1.0, Throws.InvalidOperationException);
        Assert.That(() => Np.Diagonal(a, 0, 1, -1), Throws.ArgumentException);
        Assert.That(() => Np.Tril(a[0]), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Delete(a, [6], 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Np.Insert(a, 7, 1.0, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(a.ToArray(), Is.EqualTo(Enumerable.Range(0, 24)));
    });

    [Test]
    public void MaskedScalar_WithTheMaskWhereTheArrayIs_DoesNotCommunicate() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> a = Layouts.Arange(new Distribution(comm, [6, 4], "c(2)b"));
        if (comm.Rank == 1) a[a > 5.0] = -1.0; // the others do not take part
        double[] expected = [.. Enumerable.Range(0, 24).Select(i => i > 5 && a.Distribution.Owner(i / 4, i % 4) == 1 ? -1.0 : i)];
        Assert.That(a.ToArray(), Is.EqualTo(expected));
    });

    [Test]
    public void Selections_FollowTheMaskByIrregularBlocks() => ThreadCommunicator.Run(4, comm =>
    {
        DistArray<double> a = Layouts.Arange(new Distribution(comm, [8, 3], "bn")), picked = a[a > 13.0];
        Assert.That(picked.LocalToArray(), Is.EqualTo(comm.Rank switch { 2 => new double[] { 14, 15, 16, 17 }, 3 => [18, 19, 20, 21, 22, 23], _ => [] }));
        DistArray<double> table = Layouts.Arange(new Distribution(comm, [9], "c"));
        DistArray<long> field = Np.FromFunction<long>(new Distribution(comm, [4, 6], "bb"), (i, j) => (i + j) % 9);
        Assert.That(table[field].Distribution == field.Distribution, "a look-up lies where its indices do");
    });

    [Test]
    public void Indexing_OfWhatEveryRankHas_StaysThere() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> whole = Layouts.Arange(new Distribution(comm, [5, 4], "nn"));
        Assert.That(whole[new long[] { 4, 0 }].Distribution.IsReplicated);
        Assert.That(whole[whole > 7.0].Distribution.IsReplicated);
        Assert.That(whole[new long[] { 4, 0 }, new long[] { 1, 2 }].Distribution.IsReplicated);
        whole[new long[] { 4, 0 }, new long[] { 1, 2 }] = -1.0;
        Assert.That(whole.GetGlobal(4, 1), Is.EqualTo(-1));
        Assert.That(whole.LocalView[0, 2], Is.EqualTo(-1));
    });

    private static DistArray<long> Mod(DistArray<double> a, double size, double less) => (Np.Remainder(a, size) - less).AsType<long>();

    private static DistArray<double> Negative(DistArray<double> a) => a * -1.0;

    private static DistArray<double> Changed(DistArray<double> a, Action<DistArray<double>> change)
    {
        DistArray<double> copy = a.Copy();
        change(copy);
        return copy;
    }
}
