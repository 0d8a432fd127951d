namespace DistArray.Core.Tests.Shape;

public class CopyTests
{
    [Test]
    public void Reshapes_OfAnyLayout_AreCopiesOfNumPys()
    {
        var cases = new Differential();
        cases.Copy("a.reshape(6, 10)", [4, 3, 5], a => a.Reshape(6, 10));
        cases.Copy("a.reshape(-1, 4)", [4, 3, 5], a => Np.Reshape(a, -1, 4));
        cases.Copy("a.reshape(60)", [4, 3, 5], a => a.Reshape(60));
        cases.Copy("a.reshape(2, 1, 3, 1, 2)", [12], a => a.Reshape(2, 1, 3, 1, 2));
        cases.Copy("a.reshape(())", [1, 1], a => a.Reshape());
        cases.Copy("a.reshape(1, 1)", [], a => a.Reshape(1, 1));
        cases.Copy("a.reshape(5, 0)", [0, 3], a => a.Reshape(5, 0));
        cases.Copy("a.reshape(2, 2, 2, 3, 1, 2, 5)", [24, 10], a => a.Reshape(2, 2, 2, 3, 1, 2, 5));
        cases.Copy("a.ravel()", [7, 5], a => a.Ravel());
        cases.Copy("a[::-2].T.ravel()", [7, 5], a => Np.Ravel(a[Np.Slice(null, null, -2)].Transpose()));
        cases.Copy("a.reshape(5, 7)", [7, 5], a => a.Reshape(Layouts.Random(a.Distribution.Communicator, new System.Random(3), [5, 7])));
        cases.Check();
    }

    [Test]
    public void Joins_OfAnyLayouts_AreNumPys()
    {
        var cases = new Differential();
        cases.Copies("np.concatenate([a, b, c])", [[3, 4], [1, 4], [5, 4]], x => [Np.Concatenate(x)]);
        cases.Copies("np.concatenate([a, b], axis=-1)", [[3, 4], [3, 2]], x => [Np.Concatenate(x, -1)]);
        cases.Copies("np.concatenate([a, b], axis=None)", [[3, 4], [5]], x => [Np.Concatenate(x, null)]);
        cases.Copies("np.concatenate([a, b, a])", [[7], [0]], x => [Np.Concatenate([x[0], x[1], x[0]])]);
        cases.Copies("np.concatenate([a[::-1], a], axis=1)", [[2, 9, 2]], x => [Np.Concatenate([x[0][Np.Slice(null, null, -1)], x[0]], axis: 1)]);
        cases.Copies("np.stack([a, b])", [[3, 4], [3, 4]], x => [Np.Stack(x)]);
        cases.Copies("np.stack([a, b, c], axis=-1)", [[3, 4], [3, 4], [3, 4]], x => [Np.Stack(x, -1)]);
        cases.Copies("np.stack([a, b], axis=1)", [[6], [6]], x => [Np.Stack(x, 1)]);
        cases.Copies("np.stack([a, b])", [[], []], x => [Np.Stack(x)]);
        cases.Copies("np.hstack([a, b])", [[3], [4]], x => [Np.HStack(x)]);
        cases.Copies("np.hstack([a, b])", [[3, 2], [3, 5]], x => [Np.HStack(x)]);
        cases.Copies("np.hstack([a, b])", [[], [2]], x => [Np.HStack(x)]);
        cases.Copies("np.vstack([a, b])", [[4], [3, 4]], x => [Np.VStack(x)]);
        cases.Copies("np.dstack([a, b])", [[4], [4]], x => [Np.DStack(x)]);
        cases.Copies("np.dstack([a, b])", [[2, 4], [2, 4, 3]], x => [Np.DStack(x)]);
        cases.Copies("np.column_stack([a, b])", [[4], [4, 2]], x => [Np.ColumnStack(x)]);
        cases.Copies("np.append(a, b)", [[2, 2], [3]], x => [Np.Append(x[0], x[1])]);
        cases.Copies("np.append(a, b, axis=1)", [[2, 2], [2, 3]], x => [Np.Append(x[0], x[1], 1)]);
        cases.Copies("np.concatenate([a, [[-1., -2.]]])", [[5, 2]], x => [Np.Concatenate([x[0], new double[,] { { -1, -2 } }])]);
        cases.Copies("np.concatenate([[7.], a])", [[5]], x => [Np.Concatenate([new double[] { 7 }, x[0]])]);
        cases.Check();
    }

    [Test]
    public void Rolls_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("np.roll(a, 3)", [11], a => Np.Roll(a, 3));
        cases.Copy("np.roll(a, -4)", [5, 7], a => Np.Roll(a, -4));
        cases.Copy("np.roll(a, 38)", [5, 7], a => Np.Roll(a, 38));
        cases.Copy("np.roll(a, 2, axis=0)", [9, 4], a => Np.Roll(a, 2, 0));
        cases.Copy("np.roll(a, -13, axis=-1)", [3, 2, 5], a => Np.Roll(a, -13, -1));
        cases.Copy("np.roll(a, (1, -2), axis=(0, 1))", [5, 7], a => Np.Roll(a, [1, -2], [0, 1]));
        cases.Copy("np.roll(a, 1, axis=(0, 1))", [5, 7], a => Np.Roll(a, [1], [0, 1]));
        cases.Copy("np.roll(a, (1, 2, 1), axis=(0, 0, -2))", [5, 7], a => Np.Roll(a, [1, 2, 1], [0, 0, -2]));
        cases.Copy("np.roll(a, 5, axis=1)", [2, 5], a => Np.Roll(a, 5, 1));
        cases.Copy("np.roll(a, 3)", [0, 2], a => Np.Roll(a, 3));
        cases.Copy("np.roll(a, 3)", [], a => Np.Roll(a, 3));
        cases.Check();
    }

    [Test]
    public void Repetitions_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        cases.Copy("np.tile(a, 3)", [4], a => Np.Tile(a, 3));
        cases.Copy("np.tile(a, (2, 3))", [4], a => Np.Tile(a, 2, 3));
        cases.Copy("np.tile(a, 2)", [3, 4], a => Np.Tile(a, 2));
        cases.Copy("np.tile(a, (2, 1, 3))", [3, 2], a => Np.Tile(a, 2, 1, 3));
        cases.Copy("np.tile(a, (0, 2))", [3, 2], a => Np.Tile(a, 0, 2));
        cases.Copy("np.tile(a, (2, 2))", [], a => Np.Tile(a, 2, 2));
        cases.Copy("np.tile(a, ())", [3], a => Np.Tile(a));
        cases.Copy("np.repeat(a, 3)", [2, 3], a => Np.Repeat(a, 3));
        cases.Copy("np.repeat(a, 2, axis=0)", [5, 3], a => Np.Repeat(a, 2, 0));
        cases.Copy("np.repeat(a, 0, axis=-1)", [5, 3], a => Np.Repeat(a, 0, -1));
        cases.Copy("np.repeat(a, [0, 3, 1, 0, 2], axis=0)", [5, 3], a => Np.Repeat(a, [0, 3, 1, 0, 2], 0));
        cases.Copy("np.repeat(a, [2, 0, 1], axis=1)", [4, 3], a => Np.Repeat(a, [2, 0, 1], 1));
        cases.Copy("np.repeat(a, [0, 1, 2, 0], axis=None)", [2, 2], a => Np.Repeat(a, [0, 1, 2, 0]));
        cases.Copy("np.repeat(a, [4], axis=1)", [2, 2], a => Np.Repeat(a, [4], 1));
        cases.Check();
    }

    [Test]
    public void Pads_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        foreach ((string name, PadMode mode) in new[] { ("constant", PadMode.Constant), ("edge", PadMode.Edge), ("reflect", PadMode.Reflect), ("symmetric", PadMode.Symmetric), ("wrap", PadMode.Wrap) })
        {
            cases.Copy($"np.pad(a, 2, mode='{name}')", [7], a => Np.Pad(a, 2, mode));
            cases.Copy($"np.pad(a, ((1, 2), (0, 3)), mode='{name}')", [4, 5], a => Np.Pad(a, [(1, 2), (0, 3)], mode));
            cases.Copy($"np.pad(a, ((2, 0),), mode='{name}')", [3, 2, 4], a => Np.Pad(a, [(2, 0)], mode));
            cases.Copy($"np.pad(a, 0, mode='{name}')", [3, 4], a => Np.Pad(a, 0, mode));
            if (mode != PadMode.Wrap) cases.Copy($"np.pad(a, (7, 9), mode='{name}')", [3], a => Np.Pad(a, [(7, 9)], mode));
            if (mode != PadMode.Wrap) cases.Copy($"np.pad(a, (2, 3), mode='{name}')", [1], a => Np.Pad(a, [(2, 3)], mode));
        }
        cases.Copy("np.pad(a, (2, 1), constant_values=9)", [5, 2], a => Np.Pad(a, [(2, 1)], PadMode.Constant, 9));
        cases.Copy("np.pad(a, 1)", [0, 2], a => Np.Pad(a, 1));
        cases.Copy("np.take(a, np.arange(-7, 12) % 3)", [3], a => Np.Pad(a, [(7, 9)], PadMode.Wrap)); // as from NumPy 1.25 on
        cases.Check();
    }

    [Test]
    public void Copies_OfBadArguments_AreRefusedOnEveryRank([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        DistArray<double> a = Layouts.Arange(new Distribution(comm, [6, 4], "bn")), b = Layouts.Arange(new Distribution(comm, [5, 3], "nb"));
        Assert.That(() => a.Reshape(5, 5), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => a.Reshape(-1, 7), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Concatenate([a, b]), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("axis 0"));
        Assert.That(() => Np.Concatenate([a, a], 2), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.Concatenate<double>([1.0, 2.0]), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Concatenate<double>([]), Throws.ArgumentException);
        Assert.That(() => Np.Stack([a, b]), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Roll(a, [1, 2], [0]), Throws.ArgumentException);
        Assert.That(() => Np.Tile(a, -1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Np.Repeat(a, [1, 2, 3], 0), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.Repeat(a, -2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Np.Pad(a, [(1, -1)]), Throws.ArgumentException);
        Assert.That(() => Np.Pad(a, [(1, 1), (1, 1), (1, 1)]), Throws.ArgumentException);
        Assert.That(() => Np.Pad(a[..0], 1, PadMode.Edge), Throws.ArgumentException.With.Message.Contains("axis 0"));
        Assert.That(() => Np.Concatenate([a, Layouts.Arange(new Distribution(comm.Split(comm.Rank, 0)!, [6, 4]))]), comm.Size == 1 ? Throws.Nothing : Throws.TypeOf<DistributionMismatchException>());
    });
}
