using System.Numerics;
using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Sorting;

public class SortTests
{
    [Test]
    public void Sorts_OfAnyLayout_AreNumPys()
    {
        var cases = new Differential();
        foreach (long[] shape in new long[][] { [23], [6, 7], [3, 5, 4], [0, 3], [2, 0], [1] })
        {
            // Distinct values in no order, and values that are there several times.
            cases.Copy("np.sort(a * 37 % 101)", shape, a => Np.Sort(Np.Remainder(a * 37, 101.0)));
            cases.Copy("np.sort(a * 37 % 11, axis=0)", shape, a => Np.Sort(Np.Remainder(a * 37, 11.0), 0));
            cases.Copy("np.sort(a * 37 % 11, axis=None)", shape, a => Np.Sort(Np.Remainder(a * 37, 11.0), null));
            cases.Copy("np.argsort(a * 37 % 7, kind='stable')", shape, a => Np.ArgSort(Np.Remainder(a * 37, 7.0)).AsType<double>());
            cases.Copy("np.argsort(a * 37 % 101, axis=0)", shape, a => Np.ArgSort(Np.Remainder(a * 37, 101.0), 0).AsType<double>());
            cases.Copy("np.argsort(a * 37 % 7, axis=None, kind='stable')", shape, a => Np.ArgSort(Np.Remainder(a * 37, 7.0), null).AsType<double>());
            cases.Copy("np.unique(a * 37 % 7)", shape, a => Np.Unique(Np.Remainder(a * 37, 7.0)));
            cases.Copy("np.unique(a * 0)", shape, a => Np.Unique(a * 0));
        }
        cases.Check();
    }

    [Test]
    public void Sort_OfNaNs_PutsThemLast([Values(1, 2, 5)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        DistArray<double> a = Np.FromArray(new Distribution(comm, [6], "c"), new[] { double.NaN, 3, double.NegativeInfinity, double.NaN, double.PositiveInfinity, -1 });
        Assert.That(Np.Sort(a).ToArray(), Is.EqualTo(new[] { double.NegativeInfinity, -1, 3, double.PositiveInfinity, double.NaN, double.NaN }));
        Assert.That(Np.ArgSort(a).ToArray(), Is.EqualTo(new long[] { 2, 5, 1, 4, 0, 3 }));
        Assert.That(Np.Unique(a).ToArray(), Is.EqualTo(new[] { double.NegativeInfinity, -1, 3, double.PositiveInfinity, double.NaN }));
    });

    [Test]
    public void Sort_OfOtherTypes_IsNumPys([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        double nan = double.NaN;
        NumPyAnswer answer = NumPyOracle.Run(["z = np.sort(np.array([1+2j, complex(np.nan, 1), 1-1j, complex(0, np.nan), -5+9j, complex(np.nan, np.nan), complex(np.nan, 0)]))\nr = [z.real, z.imag]"])[0];
        Complex[] z = Np.Sort(Np.FromArray(new Distribution(comm, [7]), new Complex[] { new(1, 2), new(nan, 1), new(1, -1), new(0, nan), new(-5, 9), new(nan, nan), new(nan, 0) })).ToArray();
        Assert.That(z.Select(one => one.Real), Is.EqualTo(answer.Arrays[0].Values));
        Assert.That(z.Select(one => one.Imaginary), Is.EqualTo(answer.Arrays[1].Values));
        Assert.That(Np.Sort(Np.FromArray(new Distribution(comm, [4]), new[] { true, false, true, false })).ToArray(), Is.EqualTo(new[] { false, false, true, true }));
        Assert.That(Np.Sort(Np.FromArray(new Distribution(comm, [4]), new sbyte[] { 5, -128, 127, 0 })).ToArray(), Is.EqualTo(new sbyte[] { -128, 0, 5, 127 }));
        Assert.That(Np.Unique(Np.FromArray(new Distribution(comm, [4]), new ulong[] { ulong.MaxValue, 1, 1, 0 })).ToArray(), Is.EqualTo(new ulong[] { 0, 1, ulong.MaxValue }));
        Assert.That(() => Np.Sort(Np.Zeros<Logical32>(new Distribution(comm, [4]))), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => Np.Sort(Np.Zeros<int>(new Distribution(comm, [4])), 1), Throws.TypeOf<AxisOutOfRangeException>());
    });
}
