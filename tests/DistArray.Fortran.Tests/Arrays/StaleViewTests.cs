using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Arrays;

public class StaleViewTests
{
    private LegacyCore _core = null!;

    [SetUp]
    public void Load() => _core = new LegacyCore();

    [TearDown]
    public void GiveBack() => _core.Dispose();

    [Test]
    public void ArrayThatMoved_OldViewThrows_NewOneWorks()
    {
        LocalView<double> old = _core.Library.LocalArray<double>("d2");
        _core.Library.Call("legacy_regrow", 50);
        Assert.That(() => old[0, 0], Throws.TypeOf<StaleViewException>().With.Message.Contains("'d2'").And.Message.Contains("anew"));
        LocalView<double> view = _core.Library.LocalArray<double>("d2");
        Assert.That(view.Shape.ToArray(), Is.EqualTo(new[] { 50, 50 }));
        Assert.That(view[49, 49], Is.EqualTo(7));
    }

    [Test]
    public void ArrayThatMoved_LeavesViewsOfOthersAlone()
    {
        LocalView<double> other = _core.Library.LocalArray<double>("d3");
        _core.Library.Call("legacy_regrow", 50);
        Assert.That(other[3, 2, 1], Is.EqualTo(23));
    }

    [Test]
    public void Call_ThatMovesNothing_KeepsViews()
    {
        LocalView<double> view = _core.Library.LocalArray<double>("d2");
        _core.Library.Call("legacy_step", 1.0);
        Assert.That(view[1, 0], Is.EqualTo(2));
    }

    [Test]
    public void ArrayThatVanished_OldViewThrows_AndItIsNotFound()
    {
        LocalView<double> old = _core.Library.LocalArray<double>("d2");
        _core.Library.Call("legacy_regrow", 0);
        Assert.That(() => old.ToArray(), Throws.TypeOf<StaleViewException>().With.Message.Contains("'d2'").And.Message.Contains("does not publish it any more"));
        Assert.That(() => _core.Library.LocalArray<double>("d2"), Throws.TypeOf<KeyNotFoundException>());
        Assert.That(_core.Library.Arrays.Select(array => array.Name), Does.Not.Contain("d2").And.Contain("d3"));
    }

    [Test]
    public void CallThatStops_StillMakesViewsOfMovedArraysThrow()
    {
        LocalView<double> old = _core.Library.LocalArray<double>("d2");
        Assert.That(() => _core.Library.Call("legacy_regrow_and_halt", 50), Throws.TypeOf<FortranException>());
        Assert.That(() => old[0, 0], Throws.TypeOf<StaleViewException>());
    }

    [TestCase(50)]
    [TestCase(0)]
    public void ArrayThatMovedAndCalledBack_IsFoundAnewInTheCallback(int extent)
    {
        LocalView<double> old = _core.Library.LocalArray<double>("d2");
        int[]? shape = null;
        using FortranCallback callback = FortranCallback.Create(() =>
        {
            Assert.That(() => old[0, 0], Throws.TypeOf<StaleViewException>());
            shape = [.. _core.Library.Arrays.Where(array => array.Name == "d2").SelectMany(array => array.Shape).Select(n => (int)n)];
            if (extent > 0)
                Assert.That(_core.Library.LocalArray<double>("d2")[extent - 1, extent - 1], Is.EqualTo(7));
        });
        _core.Library.Call("legacy_regrow_and_tell", extent, callback);
        Assert.That(shape, Is.EqualTo(extent > 0 ? new[] { extent, extent } : []));
    }
}
