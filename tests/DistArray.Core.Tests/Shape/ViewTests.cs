namespace DistArray.Core.Tests.Shape;

public class ViewTests
{
    [Test]
    public void Axes_InAnyOrder_AreViewsAsInNumPy()
    {
        var cases = new Differential();
        cases.View("a.transpose(2, 0, 1)", [4, 3, 5], a => a.Transpose(2, 0, 1));
        cases.View("a.transpose(-1, 0, -2)", [4, 3, 5], a => Np.Transpose(a, -1, 0, -2));
        cases.View("np.transpose(a)", [4, 3, 5], a => Np.Transpose(a));
        cases.View("np.transpose(a)[...]", [], a => Np.Transpose(a));
        cases.View("np.swapaxes(a, 0, -1)", [4, 3, 5], a => a.SwapAxes(0, -1));
        cases.View("np.swapaxes(a, 1, 1)", [6, 5], a => Np.SwapAxes(a, 1, 1));
        cases.View("np.moveaxis(a, 0, -1)", [4, 3, 5], a => Np.MoveAxis(a, 0, -1));
        cases.View("np.moveaxis(a, [0, 3], [-1, 0])", [4, 3, 2, 5], a => Np.MoveAxis(a, [0, 3], [-1, 0]));
        cases.View("np.moveaxis(a, [6, 0, 2], [1, 5, 0])", [2, 3, 1, 2, 2, 3, 2], a => Np.MoveAxis(a, [6, 0, 2], [1, 5, 0]));
        cases.View("a[1:, ::-2].transpose(1, 0)[2:]", [7, 9], a => a[1.., Np.Slice(null, null, -2)].Transpose(1, 0)[2..]);
        cases.Check();
    }

    [Test]
    public void AxesOfOneElement_ComeAndGo_AsViewsAsInNumPy()
    {
        var cases = new Differential();
        cases.View("np.squeeze(a)", [1, 5, 1, 3], a => a.Squeeze());
        cases.View("np.squeeze(a)", [4, 5], a => Np.Squeeze(a));
        cases.View("np.squeeze(a)[...]", [1, 1], a => Np.Squeeze(a));
        cases.View("np.squeeze(a, axis=(0, -2))", [1, 5, 1, 1], a => a.Squeeze(0, -2));
        cases.View("np.squeeze(a, 1)", [0, 1, 2], a => a.Squeeze(1));
        cases.View("np.expand_dims(a, 1)", [4, 5], a => Np.ExpandDims(a, 1));
        cases.View("np.expand_dims(a, (0, -1, 2))", [4, 5], a => Np.ExpandDims(a, 0, -1, 2));
        cases.View("np.expand_dims(a, 0)", [], a => Np.ExpandDims(a, 0));
        cases.View("np.expand_dims(a[::-1, 1:], (0, 3))", [9, 4], a => Np.ExpandDims(a[Np.Slice(null, null, -1), 1..], 0, 3));
        cases.Check();
    }

    [Test]
    public void Flips_OfAnyLayout_AreViewsAsInNumPy()
    {
        var cases = new Differential();
        cases.View("np.flip(a)", [7, 5], a => Np.Flip(a));
        cases.View("np.flip(a, (0, -1))", [4, 3, 5], a => Np.Flip(a, 0, -1));
        cases.View("np.flip(np.flip(a, 0)[1:], 0)", [9, 2], a => Np.Flip(Np.Flip(a, 0)[1..], 0));
        cases.View("np.flip(a)", [0, 3], a => Np.Flip(a));
        cases.View("np.fliplr(a)", [6, 5], a => Np.FlipLR(a));
        cases.View("np.flipud(a)", [6, 5, 2], a => Np.FlipUD(a));
        for (int k = -1; k <= 4; k++)
        {
            int turns = k;
            cases.View($"np.rot90(a, {k})", [6, 5], a => Np.Rot90(a, turns));
            cases.View($"np.rot90(a, {k}, (2, 0))", [4, 2, 5], a => Np.Rot90(a, turns, 2, 0));
        }
        cases.Check();
    }

    [Test]
    public void Splits_OfAnyLayout_AreViewsAsInNumPy()
    {
        var cases = new Differential();
        cases.Views("np.split(a, 3)", [9, 4], a => Np.Split(a, 3));
        cases.Views("np.split(a, 2, axis=-1)", [3, 8], a => Np.Split(a, 2, axis: -1));
        cases.Views("np.split(a, [2, 2, -1, 20], axis=1)", [3, 8], a => Np.Split(a, [2, 2, -1, 20], axis: 1));
        cases.Views("np.array_split(a, 4)", [10], a => Np.ArraySplit(a, 4));
        cases.Views("np.array_split(a, 7, axis=1)", [2, 4], a => Np.ArraySplit(a, 7, axis: 1));
        cases.Views("np.array_split(a, [5, 3])", [8], a => Np.ArraySplit(a, [5, 3]));
        cases.Views("np.hsplit(a, 3)", [9], a => Np.HSplit(a, 3));
        cases.Views("np.hsplit(a, [1])", [3, 4], a => Np.HSplit(a, [1]));
        cases.Views("np.vsplit(a, 3)", [6, 2], a => Np.VSplit(a, 3));
        cases.Views("np.vsplit(a, [4, 5])", [6, 2], a => Np.VSplit(a, [4, 5]));
        cases.Check();
    }

    [Test]
    public void BroadcastTo_OfAnyLayout_IsAReadOnlyViewAsInNumPy()
    {
        string[] shapes = ["(4, 3, 5)", "(1, 5)", "(3, 1)", "(1,)", "()", "(1, 0)"];
        long[][] extents = [[4, 3, 5], [1, 5], [3, 1], [1], [], [1, 0]];
        long[][] targets = [[4, 3, 5], [7, 5], [2, 3, 6], [4], [2, 3], [3, 0]];
        NumPyAnswer[] answers = NumPyOracle.Run([.. shapes.Select((shape, i) =>
            $"r = np.broadcast_to(np.arange({extents[i].Aggregate(1L, (a, b) => a * b)}.).reshape({shape}), ({string.Concat(targets[i].Select(extent => $"{extent},"))}))")]);
        for (int i = 0; i < shapes.Length; i++)
        {
            for (int size = 1; size <= 8; size++)
            {
                int one = i;
                ThreadCommunicator.Run(size, comm =>
                {
                    DistArray<double> array = Layouts.Arange(comm, new System.Random((one * 8) + comm.Size), extents[one]), view = Np.BroadcastTo(array, targets[one]);
                    Assert.That(view.Shape.ToArray(), Is.EqualTo(targets[one]));
                    Assert.That(view.ToArray(), Is.EqualTo(answers[one].Arrays[0].Values), array.Distribution.ToString());
                    Assert.That(() => view.Assign(1), Throws.InvalidOperationException.With.Message.Contains("read-only"));
                    if (array.Size == 0) return;
                    array.Fill(5);
                    Assert.That(view.ToArray(), Is.All.EqualTo(5));
                });
            }
        }
    }

    [Test]
    public void BroadcastArrays_GiveAllTheCommonShape() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double>[] views = Np.BroadcastArrays(Layouts.Arange(new Distribution(comm, [4, 1])), Layouts.Arange(new Distribution(comm, [3], "b")));
        Assert.That(views[0].ToArray(), Is.EqualTo(new double[] { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3 }));
        Assert.That(views[1].ToArray(), Is.EqualTo(new double[] { 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2 }));
    });

    [Test]
    public void Views_OfBadArguments_AreRefusedOnEveryRank([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        DistArray<double> array = Layouts.Arange(new Distribution(comm, [6, 4], "bn"));
        Assert.That(() => array.Transpose(0), Throws.ArgumentException);
        Assert.That(() => array.Transpose(0, -2), Throws.ArgumentException.With.Message.Contains("twice"));
        Assert.That(() => array.SwapAxes(0, 2), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.MoveAxis(array, -3, 0), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.MoveAxis(array, [0, 1], [0]), Throws.ArgumentException);
        Assert.That(() => array.Squeeze(1), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("axis 1"));
        Assert.That(() => Np.ExpandDims(array, 3), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.Flip(array, 2), Throws.TypeOf<AxisOutOfRangeException>());
        Assert.That(() => Np.Rot90(array, 1, 0, -2), Throws.ArgumentException);
        Assert.That(() => Np.Split(array, 4), Throws.ArgumentException.With.Message.Contains("ArraySplit"));
        Assert.That(() => Np.VSplit(array[0], 2), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.BroadcastTo(array, 6, 5), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => Np.BroadcastTo(array, 4), Throws.TypeOf<ShapeMismatchException>());
        Assert.That(() => array.Item(), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("24"));
        Assert.That(array[2..3, 1..2].Item(), Is.EqualTo(9));
        Assert.That(array[5, 3].Item(), Is.EqualTo(23));
    });
}
