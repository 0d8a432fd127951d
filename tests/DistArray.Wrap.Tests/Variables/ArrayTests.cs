using DistArray.Fortran;

namespace DistArray.Wrap.Tests.Variables;

public class ArrayTests
{
    private WrappedCore _core = null!;

    [SetUp]
    public void Load() => _core = new WrappedCore();

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public unsafe void Array_IsTheCoresMemory_WithItsBounds()
    {
        _core.Cases.FillFixed();
        Assert.That(_core.Cases.Fixed.LowerBounds, Is.EqualTo(new[] { 0L, -1 }));
        Assert.That(_core.Cases.Fixed.Shape, Is.EqualTo(new[] { 4L, 3 }));
        for (int i = 0; i < 4; i++)
            for (int j = -1; j <= 1; j++)
            {
                Assert.That(_core.Cases.Fixed[i, j], Is.EqualTo((10 * j) + i));
                Assert.That(_core.Cases.Fixed.View[i, j + 1], Is.EqualTo((10 * j) + i));
            }
        Assert.That((long)_core.Cases.Fixed.View.Pointer, Is.EqualTo(_core.Cases.AddressOf(_core.Cases.Fixed)));
    }

    [Test]
    public void Index_OutsideOfTheBounds_Throws([Values(-1, 4)] int index)
    {
        Assert.That(() => _core.Cases.Fixed[index, 0], Throws.InstanceOf<IndexOutOfRangeException>().With.Message.Contains("fixed").And.Message.Contains("0:3"));
        Assert.That(() => _core.Cases.Fixed[0], Throws.InstanceOf<IndexOutOfRangeException>().With.Message.Contains("2 axes"));
    }

    [Test]
    public void SevenDimensions_AreReached()
    {
        Assert.That(_core.Toy.A7.Shape, Is.EqualTo(new[] { 5L, 2, 2, 2, 1, 2, 3 }.Select((extent, axis) => axis == 4 ? 1 : extent)));
        Assert.That(_core.Toy.A7.LowerBounds, Is.EqualTo(new[] { -1L, 1, 0, 1, 1, 1, 1 }));
        Assert.That(_core.Toy.A7.View.Span.ToArray(), Is.All.EqualTo(1.0));
    }

    [Test]
    public void Pointer_IsFollowedWithItsStrides()
    {
        // p2 => fld%f(0:n+1:2, 1, :)
        FortranVariable<double> f = _core.Toy.Fld.F;
        for (int i = 0; i <= 4; i++)
            for (int k = 0; k <= 4; k++) f[i, 1, k] = (10 * i) + k;
        Assert.That(_core.Toy.P2.Shape, Is.EqualTo(new[] { 3L, 5 }));
        Assert.That(_core.Toy.P2.View.Strides.ToArray(), Is.EqualTo(new[] { 2L, 25 }));
        Assert.That(_core.Toy.P2[2, 4], Is.EqualTo(23));
        Assert.That(_core.Toy.P2c.IsAllocated, Is.False);
        Assert.That(() => _core.Toy.P2c.View, Throws.InvalidOperationException.With.Message.Contains("p2c"));
    }

    [Test]
    public unsafe void ArrayThatMoved_MakesOldViewsStale_AndIsFoundAnew()
    {
        _core.Cases.AllocateSlab(0, 1);
        LocalView<double> old = _core.Cases.SlabLocal.View;
        Assert.That(old[0, 1], Is.EqualTo(101));
        _core.Cases.TouchScalars(1, ref _core.Toy.Cvis);
        Assert.That(old[3, 1], Is.EqualTo(104), "a call that moves nothing leaves views valid");
        _core.Cases.MoveSlab();
        Assert.That(() => _ = old[0, 1], Throws.InstanceOf<StaleViewException>().With.Message.Contains("slab"));
        Assert.That(_core.Cases.SlabLocal.View[0, 1], Is.EqualTo(-1));
    }

    [Test]
    public void PendingArray_SeesTheValuesBeforeTheCall()
    {
        _core.Cases.AllocateSlab(0, 1);
        using DistArray<double> slab = _core.Cases.Slab;
        DistArray<double> twice = slab * 2;
        _core.Cases.MoveSlab();
        Assert.That(twice.Sum(), Is.EqualTo(2 * Enumerable.Range(1, 3).Sum(j => Enumerable.Range(1, 4).Sum(i => (100 * j) + i))));
    }

    [Test]
    public void PendingArray_SeesNoWriteThroughTheVariable_NorThroughAnotherObjectOfTheModule()
    {
        _core.Cases.AllocateSlab(0, 1);
        var other = new Tricky.CasesModule(_core.Library);
        using DistArray<double> slab = _core.Cases.Slab;
        double before = slab.Max();
        DistArray<double> byIndex = slab + 1.0, byView = slab + 1.0, byOther = slab + 1.0;
        _core.Cases.SlabLocal[1, 1] = 1e6;
        Assert.That(byIndex.Max(), Is.EqualTo(before + 1));
        slab.Fill(2);
        byView = slab + 1.0;
        _core.Cases.SlabLocal.View.Span.Fill(9);
        Assert.That(byView.Max(), Is.EqualTo(3));
        byOther = slab + 1.0;
        using DistArray<double> same = other.Slab;
        same.Fill(7);
        Assert.That(byOther.Max(), Is.EqualTo(10));
        Assert.That(slab.Max(), Is.EqualTo(7));
    }

    [Test]
    public void DisposedLibrary_IsRefused()
    {
        _core.Cases.AllocateSlab(0, 1);
        LocalView<double> view = _core.Cases.SlabLocal.View;
        FortranVariable<double> variable = _core.Cases.Fixed;
        _core.Dispose();
        Assert.That(() => _ = view[0, 0], Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => variable.View, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => _core.Toy.Cvis = 1, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => _core.Cases.FillFixed(), Throws.InstanceOf<ObjectDisposedException>().With.Message.Contains("Load it again"));
    }
}
