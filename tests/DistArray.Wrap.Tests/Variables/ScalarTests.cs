using System.Numerics;
using Tricky;

namespace DistArray.Wrap.Tests.Variables;

public class ScalarTests
{
    private WrappedCore _core = null!;

    [SetUp]
    public void Load() => _core = new WrappedCore();

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void Constants_HaveTheirValues()
    {
        Assert.That(ToyModule.Nmax, Is.EqualTo(10));
        Assert.That(ToyModule.Pi, Is.EqualTo(3.14159265358979));
        Assert.That(ToyModule.Tab, Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(ToyModule.Version, Is.EqualTo("v1.2"));
        Assert.That((ToyModule.Red, ToyModule.Green), Is.EqualTo((3, 4)));
        Assert.That(ToyKindsModule.Rp, Is.EqualTo(8));
        Assert.That(CasesModule.Unit, Is.EqualTo(new Complex64(0.5f, -2)));
        Assert.That(CasesModule.Single, Is.EqualTo(0.1f));
        Assert.That(CasesModule.TinyValue, Is.EqualTo(1e-30f));
        Assert.That(CasesModule.Yes, Is.True);
        Assert.That(CasesModule.Quoted, Is.EqualTo("a\"b\\c"));
        Assert.That(CasesModule.Table, Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public void Scalar_IsTheCoresOwn()
    {
        _core.Cases.LibraryVariable = 2.5;      // what `each` sets
        _core.Cases.Each(0, (int _, ref double _) => { });
        Assert.That(_core.Cases.LibraryVariable, Is.Zero);
        _core.Toy.I2 = -7;
        _core.Toy.R4 *= 2;
        Assert.That((_core.Toy.I2, _core.Toy.R4), Is.EqualTo(((short)-7, 3f)));
        _core.Toy.R4 = 1.5f;
    }

    [Test]
    public void Protected_IsReadOnly()
    {
        Assert.That(_core.Toy.Step, Is.EqualTo(3));
        Assert.That(typeof(ToyModule).GetProperty(nameof(ToyModule.Step))!.GetMethod!.ReturnParameter.GetRequiredCustomModifiers(), Is.Not.Empty, "ref readonly");
        Assert.That(_core.Toy.Ro.Span.ToArray(), Is.EqualTo(new[] { 0.0, 1, 2, 3 }));
        Assert.That(_core.Toy.Ro.LowerBounds, Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public void Logicals_AreBooleans()
    {
        _core.Toy.Flag = false;
        Assert.That(_core.Toy.Flag, Is.False);
        _core.Toy.Flag = true;
        Assert.That(_core.Toy.Flag, Is.True);
        Assert.That(_core.Toy.Lmask.View.Span.ToArray(), Is.EqualTo(new[] { false, false, false, false }));
    }

    [Test]
    public void Common_IsReached()
    {
        _core.Toy.CommonA = 4;
        _core.Toy.CommonB[2] = 5;
        Assert.That((_core.Toy.CommonA, _core.Toy.CommonB.View[1]), Is.EqualTo((4.0, 5.0)));
    }

    [Test]
    public void AllocatableScalar_TellsWhetherItIsThere()
    {
        Assert.That(_core.Toy.Iscal.IsAllocated, Is.False);
        Assert.That(() => _core.Toy.Iscal.Value, Throws.InvalidOperationException.With.Message.Contains("iscal").And.Message.Contains("not allocated"));
    }

    [Test]
    public void Texts_AreFilledUp_AndMustFit()
    {
        Assert.That(_core.Toy.Name, Is.EqualTo("toy"));
        _core.Toy.Name = "größer";
        Assert.That(_core.Toy.Name, Is.EqualTo("größer"));
        Assert.That(() => _core.Toy.Name = new string('x', 17), Throws.ArgumentException.With.Message.Contains("16").And.Message.Contains("17"));
        Assert.That(_core.Toy.Name, Is.EqualTo("größer"));
        _core.Toy.Name = "toy";
        Assert.That(new[] { _core.Toy.Names[1], _core.Toy.Names[2], _core.Toy.Names[3] }, Is.EqualTo(new[] { "a", "b", "c" }));
        _core.Toy.Names[2] = "bee";
        Assert.That(_core.Toy.Names[2], Is.EqualTo("bee"));
        _core.Toy.Names[2] = "b";
        Assert.That(() => _core.Toy.Names[4], Throws.InstanceOf<IndexOutOfRangeException>().With.Message.Contains("1:3"));
    }

    [Test]
    public void DeferredText_IsAllocatedByFortran()
    {
        _core.Toy.Dyn = "a longer text than before";
        Assert.That(_core.Toy.Dyn, Is.EqualTo("a longer text than before"));
        _core.Toy.Dyn = "";
        Assert.That(_core.Toy.Dyn, Is.Empty);
        _core.Toy.Dyn = "dynamic";
        Assert.That(_core.Toy.Dyn, Is.EqualTo("dynamic"));
    }

    [Test]
    public void NamesThatClash_GetOthers()
    {
        Assert.That((_core.Cases.Foobar, _core.Cases.FooBar), Is.EqualTo((1, 2)));
        Assert.That(_core.Cases.Library, Is.EqualTo(_core.Library));
    }

    [Test]
    public void BindC_IsReached()
    {
        _core.Toy.Cvis = 8.25;
        Assert.That(_core.Toy.Cvis, Is.EqualTo(8.25));
        Assert.That(_core.Toy.S7[1, -1, 0, 1, 1, 1, -3], Is.Zero);
        _core.Toy.Zc[-2] = new Complex64(1, 2);
        Assert.That(_core.Toy.Zc.View[0], Is.EqualTo(new Complex64(1, 2)));
        Assert.That(_core.Toy.Spec.View.Shape.ToArray(), Is.EqualTo(new[] { 4, 7, 2 }));
        Assert.That(_core.Toy.Spec[0, -3, 2], Is.EqualTo(new Complex(1, 2)));
    }
}
