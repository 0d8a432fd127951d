using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Elements;

public class Complex64Tests
{
    [Test]
    public void Arithmetic_EqualsHandComputedValues()
    {
        Complex64 a = new(1, 2), b = new(3, -4);
        Assert.That(a + b, Is.EqualTo(new Complex64(4, -2)));
        Assert.That(a - b, Is.EqualTo(new Complex64(-2, 6)));
        Assert.That(a * b, Is.EqualTo(new Complex64(11, 2)));
        Assert.That(a / b, Is.EqualTo(new Complex64(-0.2f, 0.4f)));
        Assert.That(-a, Is.EqualTo(new Complex64(-1, -2)));
        Assert.That(b.Magnitude, Is.EqualTo(5f));
        Assert.That(Complex64.Conjugate(a), Is.EqualTo(new Complex64(1, -2)));
        Assert.That(Complex64.ImaginaryOne * Complex64.ImaginaryOne, Is.EqualTo(-Complex64.One));
        Assert.That(a == b || a != new Complex64(1, 2), Is.False);
    }

    [Test]
    public void Layout_IsRealThenImaginary()
    {
        Complex64[] values = [new(1, 2), new(3, 4)];
        Assert.That(MemoryMarshal.Cast<Complex64, float>(values).ToArray(), Is.EqualTo(new[] { 1f, 2, 3, 4 }));
    }

    [Test]
    public void Conversions_ToAndFromOtherNumbers()
    {
        Assert.That((Complex)new Complex64(1.5f, -2), Is.EqualTo(new Complex(1.5, -2)));
        Assert.That((Complex64)new Complex(0.1, 1e300), Is.EqualTo(new Complex64(0.1f, float.PositiveInfinity)));
        Assert.That((Complex64)2f, Is.EqualTo(new Complex64(2, 0)));
        Assert.That(Create<Complex64, int>(7), Is.EqualTo(new Complex64(7, 0)));
        Assert.That(Create<Complex64, Complex>(new Complex(1, 2)), Is.EqualTo(new Complex64(1, 2)));
        Assert.That(Create<Complex, Complex64>(new Complex64(1, 2)), Is.EqualTo(new Complex(1, 2)));
        Assert.That(Create<double, Complex64>(new Complex64(4, 0)), Is.EqualTo(4.0));
        Assert.That(() => Create<int, Complex64>(new Complex64(4, 1)), Throws.InstanceOf<OverflowException>());
    }

    [Test]
    public void Parse_ReadsWhatToStringWrites()
    {
        var value = new Complex64(-1.25f, 3);
        Assert.That(value.ToString(null, CultureInfo.InvariantCulture), Is.EqualTo("<-1.25; 3>"));
        Assert.That(Parse<Complex64>("<-1.25; 3>"), Is.EqualTo(value));
        Assert.That(Sum<Complex64>([value, value, Complex64.One]), Is.EqualTo(new Complex64(-1.5f, 6)));
    }

    [Test]
    public void Logicals_AnyValueButZeroIsTrue()
    {
        int[] four = [0, 1, -1];
        long[] eight = [0, 1, 1L << 40];
        Assert.That(MemoryMarshal.Cast<int, Logical32>(four).ToArray().Select(value => (bool)value), Is.EqualTo(new[] { false, true, true }));
        Assert.That(MemoryMarshal.Cast<long, Logical64>(eight).ToArray().Select(value => (bool)value), Is.EqualTo(new[] { false, true, true }));
        Logical32[] written = [true, false];
        Assert.That(MemoryMarshal.Cast<Logical32, int>(written).ToArray(), Is.EqualTo(new[] { 1, 0 }));
        Assert.That(MemoryMarshal.Cast<int, Logical32>(four)[2], Is.EqualTo(Logical32.True));
    }

    private static TTo Create<TTo, TFrom>(TFrom value) where TTo : INumberBase<TTo> where TFrom : INumberBase<TFrom> => TTo.CreateChecked(value);

    private static T Parse<T>(string text) where T : INumberBase<T> => T.Parse(text, CultureInfo.InvariantCulture);

    private static T Sum<T>(T[] values) where T : INumberBase<T> => values.Aggregate(T.AdditiveIdentity, (sum, value) => sum + value);
}
