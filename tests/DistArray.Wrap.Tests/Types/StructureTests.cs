using DistArray.Fortran;
using Tricky;

namespace DistArray.Wrap.Tests.Types;

public class StructureTests
{
    private WrappedCore _core = null!;

    [SetUp]
    public void Load() => _core = new WrappedCore();

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void Struct_IsTheCoresMemory()
    {
        ref Cpoint point = ref _core.Toy.Cp;
        point.I = 5;
        point.W[1] = 2.5;
        Assert.That((_core.Toy.Cp.I, _core.Toy.Cp.W[1]), Is.EqualTo((5, 2.5)));
    }

    [Test]
    public void ArrayOfStructs_IsAView()
    {
        ref ParticleT particle = ref _core.Toy.Parts[2];
        Assert.That(particle.Tag, Is.EqualTo("none"));
        particle.Id = 77;
        particle.X[0] = 1.25;
        particle.Tag = "second";
        Assert.That((_core.Toy.Parts.View[1].Id, _core.Toy.Parts.View[1].X[0], _core.Toy.Parts.View[1].Tag), Is.EqualTo((77L, 1.25, "second")));
        Assert.That(() => _core.Toy.Parts[1].Tag = "much too long", Throws.ArgumentException.With.Message.Contains("8"));
        particle.Tag = "none";
    }

    [Test]
    public void Components_AreViews_WithTheirBounds()
    {
        FieldT field = _core.Toy.Fld;
        Assert.That(field.F.Shape, Is.EqualTo(new[] { 5L, 5, 5 }));
        Assert.That(field.F.LowerBounds, Is.EqualTo(new[] { 0L, 0, 0 }));
        Assert.That(field.G.IsAllocated, Is.False);
        field.Origin[-1] = 3;
        field.Origin[1] = 4;
        Assert.That(field.Origin.View.Span.ToArray(), Is.EqualTo(new[] { 3.0, 0, 4 }).Or.EqualTo(new[] { 3.0, field.Origin[0], 4 }));
        Assert.That(field.Origin.LowerBounds, Is.EqualTo(new[] { -1L }));
        Assert.That(field.Parts.IsAllocated, Is.False);
    }

    [Test]
    public void ArrayOfViews_HasItsElementsComponents()
    {
        Assert.That(_core.Toy.Flds.Shape, Is.EqualTo(new[] { 2L }));
        Assert.That(_core.Toy.Flds[2].F.View.Span.ToArray(), Is.EqualTo(Enumerable.Repeat(5.0, 18)));
        Assert.That(_core.Toy.Flds[2].F.LowerBounds, Is.EqualTo(new[] { -1L, 1, 1 }));
        Assert.That(_core.Toy.Flds[1].F.IsAllocated, Is.False);
        Assert.That(() => _core.Toy.Flds[3], Throws.InstanceOf<IndexOutOfRangeException>());
    }

    [Test]
    public void ArrayOfViews_ThatIsAllocatedAnew_IsFollowed()
    {
        _core.Cases.Grow(2);
        Assert.That(_core.Cases.Nodes.LowerBounds, Is.EqualTo(new[] { 0L }));
        Node last = _core.Cases.Nodes[2];
        Assert.That((last.Value, last.Data.LowerBounds[0], last.Data[-2]), Is.EqualTo((14, -2L, 2.0)));
        LocalView<double> view = last.Data.View;
        _core.Cases.Grow(30);
        Assert.That((last.Value, last.Data[2], _core.Cases.Nodes[30].Value), Is.EqualTo((14, 2.0, 210)));
        _core.Cases.Grow(1);
        Assert.That(() => last.Value, Throws.InstanceOf<IndexOutOfRangeException>().With.Message.Contains("nodes").And.Message.Contains("0:1"));
        Assert.That(() => _ = view[0], Throws.InstanceOf<IndexOutOfRangeException>().Or.InstanceOf<StaleViewException>());
    }

    [Test]
    public void NestedViews_TextAndFlags()
    {
        _core.Cases.Grow(4);
        Holder held = _core.Cases.Held;
        Assert.That(held.Inner.Value, Is.EqualTo(4));
        held.Inner.Value = 9;
        Assert.That(_core.Cases.Held.Inner.Value, Is.EqualTo(9));
        Assert.That((held.Tag, held.Words[1], held.Words[2], held.Words.Length), Is.EqualTo(("abcd", "one", "two", 3L)));
        held.Flag = true;
        Assert.That((bool)_core.Cases.Held.Flag, Is.True);
        Assert.That((held.Grid[1, 2], held.Grid[0, 1]), Is.EqualTo((4.0, 1.0)));
        Assert.That(held.Grid.LowerBounds, Is.EqualTo(new[] { 0L, 1 }));
        Assert.That(held.Inner.Next.IsAllocated, Is.False);
    }

    [Test]
    public void OwnVariable_IsPassedAndFreed()
    {
        using var node = new Node(_core.Library);
        node.Value = 3;
        _core.Cases.ChangeNode(node, new double[] { 1, 2, 4 });
        Assert.That(node.Value, Is.EqualTo(4));
        Assert.That(node.Data.View.Span.ToArray(), Is.EqualTo(new[] { 1.0, 2, 4 }));
        node.Dispose();
        Assert.That(() => node.Value, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void ArrayOfDerivedType_IsPassedWhole()
    {
        _core.Cases.Grow(3);
        Assert.That(_core.Cases.SumNodes(_core.Cases.Nodes), Is.EqualTo(7 * (1 + 2 + 3)));
        _core.Toy.DtArg(_core.Toy.Fld, new ParticleT[4]);
        Assert.That(_core.Toy.Fld.N.View.Span.ToArray(), Is.EqualTo(new[] { 4, 4, 4 }));
    }

    [Test]
    public void Function_ReturnsDerivedTypes()
    {
        using Node made = _core.Cases.MakeNode(5);
        Assert.That((made.Value, made.Data.Shape[0], made.Data[5]), Is.EqualTo((5, 5L, 2.0)));
        var left = new ParticleT { Id = 1 };
        left.X[0] = 1;
        left.X[2] = 3;
        ParticleT sum = _core.Toy.Add(left, left);
        Assert.That((sum.X[0], sum.X[1], sum.X[2]), Is.EqualTo((2.0, 0.0, 6.0)));
    }

    [Test]
    public void PolymorphicArgument_TakesTheDeclaredType()
    {
        var particle = new ParticleT();
        _core.Toy.ClsArg(ref particle);
        Assert.That((particle.X[0], particle.X[1], particle.X[2]), Is.EqualTo((1.0, 1.0, 1.0)));
    }

    [Test]
    public void ArraysOfTypesAndTexts_AreCheckedAgainstTheirShape()
    {
        var points = new Cpoint[3];
        Assert.That(() => _core.Cases.NumberPoints(4, points), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("p(n)").And.Message.Contains("(3)").And.Message.Contains("(4)"));
        Assert.That(points.Select(point => point.I), Is.All.Zero);
        _core.Cases.NumberPoints(3, points);
        Assert.That(points.Select(point => point.I), Is.EqualTo(new[] { 1, 2, 3 }));
        string[] words = ["a", "b"];
        Assert.That(() => _core.Cases.NumberWords(3, words), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("(2)").And.Message.Contains("(3)"));
        _core.Cases.NumberWords(2, words);
        Assert.That(words, Is.EqualTo(new[] { "word 1", "word 2" }));
        Assert.That(() => _core.Cases.SumNodes(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void OptionalStruct_ComesBack()
    {
        var point = new Ref<Cpoint>(new Cpoint { I = 4 });
        _core.Cases.DoublePoint(point);
        Assert.That(point.Value.I, Is.EqualTo(8));
        _core.Cases.DoublePoint();
    }

    [Test]
    public void FinalProcedure_MayFreeArrays_AndMayStop()
    {
        _core.Cases.AllocateRegistry(5);
        LocalView<double> view = _core.Cases.Registry.View;
        var owner = new Finalized(_core.Library);
        owner.Dispose();
        Assert.That(() => _ = view[0], Throws.InstanceOf<StaleViewException>());
        Assert.That(_core.Cases.Registry.IsAllocated, Is.False);
        var stopping = new Finalized(_core.Library) { Stops = true };
        Assert.That(stopping.Dispose, Throws.InstanceOf<FortranException>().With.Message.Contains("STOP in final"));
    }

    [Test]
    public void NullStructure_IsRefused() =>
        Assert.That(() => _core.Cases.ChangeNode(null!, new double[1]), Throws.ArgumentNullException.With.Message.Contains("n"));
}
