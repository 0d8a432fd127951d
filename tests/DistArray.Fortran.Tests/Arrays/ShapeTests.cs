using System.Numerics;
using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Arrays;

/// <summary>Dimensions, bounds, strides and components.</summary>
public class ShapeTests
{
    private static readonly int[] s_extents = [4, 3, 2, 2, 2, 2, 2];
    private static readonly long[] s_lower = [-1, 1, 0, 1, -5, 1, 7];
    private LegacyCore _core = null!;

    [SetUp]
    public void Load() => _core = new LegacyCore();

    [TearDown]
    public void GiveBack() => _core.Dispose();

    [Test]
    public void Dimensions_OneToSeven_CountInColumnMajorOrder([Range(1, 7)] int ndim)
    {
        LocalView<double> view = _core.Library.LocalArray<double>($"d{ndim}");
        Assert.That(view.Shape.ToArray(), Is.EqualTo(s_extents[..ndim]));
        Assert.That(_core.Library.LowerBounds($"d{ndim}"), Is.EqualTo(s_lower[..ndim]));
        Assert.That(view.Span.ToArray(), Is.EqualTo(Enumerable.Range(0, (int)view.Size).Select(k => (double)k)));
        var last = new int[ndim];
        last[ndim - 1] = s_extents[ndim - 1] - 1;
        Assert.That(view[last], Is.EqualTo(view.Strides[ndim - 1] * (s_extents[ndim - 1] - 1)));
    }

    [Test]
    public void StaticArray_HasNegativeLowerBound()
    {
        LocalView<double> fixedArray = _core.Library.LocalArray<double>("fixed");
        Assert.That(_core.Library.LowerBounds("fixed"), Is.EqualTo(new long[] { -3, 1 }));
        Assert.That(fixedArray[0, 3], Is.EqualTo(-30 + 4));
        Assert.That(_core.Library.Arrays.Single(array => array.Name == "fixed").ToString(), Is.EqualTo("float64 fixed(-3:2, 1:4)"));
    }

    [Test]
    public void Section_WithNegativeStride_IsAView()
    {
        LocalView<double> reversed = _core.Library.LocalArray<double>("reversed"); // fixed(2:-3:-2, 2:4:2)
        Assert.That(reversed.Strides.ToArray(), Is.EqualTo(new long[] { -2, 12 }));
        Assert.That(reversed.ToArray(), Is.EqualTo(new double[] { 22, 24, 2, 4, -18, -16 }));
        reversed[2, 1] = 5;
        Assert.That(_core.Library.LocalArray<double>("fixed")[1, 3], Is.EqualTo(5));
    }

    [Test]
    public void Pointer_ToASection_IsAView()
    {
        LocalView<double> window = _core.Library.LocalArray<double>("window"); // d3(4:1:-3, :, 2), bounds from 1
        Assert.That(window.Shape.ToArray(), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(window[1, 2], Is.EqualTo(_core.Library.LocalArray<double>("d3")[0, 2, 1]));
    }

    [Test]
    public void Components_OfADerivedType_AreStrided()
    {
        Assert.That(_core.Library.LocalArray<int>("particles%id").ToArray(), Is.EqualTo(new[] { 100, 101, 102 }));
        Assert.That(_core.Library.LocalArray<double>("particles(1)%x").ToArray(), Is.EqualTo(new double[] { 11, 12, 13 }));
        Assert.That(_core.Library.LocalArray<double>("particles%x(2)").ToArray(), Is.EqualTo(new double[] { 2, 12, 22 }));
        Assert.That(_core.Library.LocalArray<Complex>("particles%z").ToArray(), Is.EqualTo(new Complex[] { new(0, 0.5), new(1, 1.5), new(2, 2.5) }));
        Assert.That(_core.Library.LocalArray<double>("pairs%w").ToArray(), Is.EqualTo(new double[] { 1, 2, 3 }));
    }

    [Test]
    public void Component_WhoseStrideIsNoMultipleOfTheElement_IsRefused() =>
        Assert.That(() => _core.Library.LocalArray<Complex>("pairs%z"), Throws.TypeOf<NotSupportedException>()
            .With.Message.Contains("'pairs%z'").And.Message.Contains("24 bytes").And.Message.Contains("16"));

    [Test]
    public void Scalar_HasNoAxes()
    {
        LocalView<double> time = _core.Library.LocalArray<double>("time");
        double before = time.Span[0];
        _core.Library.Call("legacy_step", 0.5);
        Assert.That(time.NDim, Is.Zero);
        Assert.That(time.Span[0], Is.EqualTo(before + 0.5));
    }

    [Test]
    public void Writes_AreSeenOnBothSides()
    {
        LocalView<double> d2 = _core.Library.LocalArray<double>("d2");
        d2[3, 2] = 1000;
        Assert.That(_core.Library.Call<double>("legacy_total"), Is.EqualTo(Enumerable.Range(0, 11).Sum() + 1000));
        _core.Library.Call("legacy_step", 0.5);
        Assert.That(d2[3, 2], Is.EqualTo(1000.5));
        Assert.That(d2[0, 0], Is.EqualTo(0.5));
    }

    [Test]
    public void PublishingAgain_LeavesTheCoresArraysAlone()
    {
        for (int i = 0; i < 100; i++)
            _core.Library.Call("legacy_nothing");
        Assert.That(_core.Library.Call<double>("legacy_total"), Is.EqualTo(Enumerable.Range(0, 12).Sum()));
        Assert.That(_core.Library.LocalArray<double>("d7").Span.ToArray(), Is.EqualTo(Enumerable.Range(0, 384).Select(k => (double)k)));
        Assert.That(_core.Library.LocalArray<int>("particles%id").ToArray(), Is.EqualTo(new[] { 100, 101, 102 }));
    }
}
