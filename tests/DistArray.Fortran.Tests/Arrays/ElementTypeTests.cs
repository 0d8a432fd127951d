using System.Numerics;
using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Arrays;

/// <summary>Every element type; the values are those that legacy.f90 sets.</summary>
public class ElementTypeTests
{
    private LegacyCore _core = null!;

    [SetUp]
    public void Load() => _core = new LegacyCore();

    [TearDown]
    public void GiveBack() => _core.Dispose();

    [Test]
    public void Integers_HaveTheCoresValues()
    {
        Assert.That(Values<sbyte>("i1"), Is.EqualTo(new sbyte[] { -2, -1, 0, 1, 2 }));
        Assert.That(Values<short>("i2"), Is.EqualTo(new short[] { -300, -600, -900, -1200, -1500 }));
        Assert.That(Values<int>("i4"), Is.EqualTo(new[] { -70000, -140000, -210000, -280000, -350000 }));
        Assert.That(Values<long>("i8"), Is.EqualTo(new[] { 5000000000, 10000000000, 15000000000, 20000000000, 25000000000 }));
    }

    [Test]
    public void Reals_HaveTheCoresValues()
    {
        Assert.That(Values<float>("r4"), Is.EqualTo(new[] { 0.5f, 1f, 1.5f, 2f, 2.5f }));
        Assert.That(Values<double>("r8"), Is.EqualTo(new[] { 0.1 * 1, 0.1 * 2, 0.1 * 3, 0.1 * 4, 0.1 * 5 }));
    }

    [Test]
    public void ComplexNumbers_HaveTheCoresValues()
    {
        Assert.That(Values<Complex64>("c4"), Is.EqualTo(Enumerable.Range(1, 5).Select(k => new Complex64(k, -k))));
        Assert.That(Values<Complex>("c8"), Is.EqualTo(Enumerable.Range(1, 5).Select(k => new Complex(0.1 * k, -0.2 * k))));
    }

    [Test]
    public void Logicals_HaveTheCoresValues()
    {
        Assert.That(Values<bool>("l1"), Is.EqualTo(new[] { true, false, true, false, true }));
        Assert.That(Values<Logical32>("l4").Select(value => (bool)value), Is.EqualTo(new[] { true, false, false, true, false }));
        Assert.That(Values<Logical64>("l8").Select(value => (bool)value), Is.EqualTo(new[] { false, false, false, true, true }));
    }

    [Test]
    public void Arrays_TellTheirTypes()
    {
        Dictionary<string, ElementType> types = _core.Library.Arrays.ToDictionary(array => array.Name, array => array.ElementType);
        var expected = new Dictionary<string, ElementType>
        {
            ["i1"] = ElementType.Int8, ["i2"] = ElementType.Int16, ["i4"] = ElementType.Int32, ["i8"] = ElementType.Int64,
            ["r4"] = ElementType.Float32, ["r8"] = ElementType.Float64, ["c4"] = ElementType.Complex64, ["c8"] = ElementType.Complex128,
            ["l1"] = ElementType.Boolean, ["l4"] = ElementType.Logical32, ["l8"] = ElementType.Logical64,
        };
        foreach ((string name, ElementType type) in expected)
            Assert.That(types[name], Is.EqualTo(type), name);
    }

    [Test]
    public void WrongType_NamesBoth() =>
        Assert.That(() => _core.Library.LocalArray<double>("c8"), Throws.TypeOf<ArrayTypeMismatchException>()
            .With.Message.Contains("complex128").And.Message.Contains("float64").And.Message.Contains("Ask for Complex"));

    [Test]
    public void UnknownArray_NamesSimilarOnes() =>
        Assert.That(() => _core.Library.LocalArray<double>("fixd"), Throws.TypeOf<KeyNotFoundException>()
            .With.Message.Contains("no array 'fixd'").And.Message.Contains("Similar ones are fixed").And.Message.Contains("d7"));

    [Test]
    public void DefaultKindsOfEightBytes_AreTold()
    {
        using FortranLibrary wide = TestCores.Load("wide");
        if (wide.Arrays.All(array => array.Name != "u"))
            wide.Call("wide_init");
        FortranArray u = wide.Arrays.Single(array => array.Name == "u");
        Assert.That(u.LowerBounds, Is.EqualTo(new long[] { -2, 1 }));
        Assert.That(u.GlobalShape, Is.EqualTo(new long[] { 4, 3 }));
        Assert.That(u.HaloLow, Is.EqualTo(new[] { 1, 0 }));
        Assert.That(wide.LocalArray<double>("u")[3, 1], Is.EqualTo(12));
        Assert.That(wide.LocalArray<long>("numbers").ToArray(), Is.EqualTo(new long[] { 10, 20, 30 }));
        Assert.That(wide.LocalArray<Logical64>("flags").ToArray().Select(flag => (bool)flag), Is.EqualTo(new[] { true, false }));
    }

    private T[] Values<T>(string name) where T : unmanaged => _core.Library.LocalArray<T>(name).ToArray();
}
