using System.Globalization;
using System.Numerics;
using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Creation;

public class RangeTests
{
    private static readonly string[] s_codes = ["b", "c", "c(3)", "n"];

    private static string Text(double value) => $"float('{value.ToString("R", CultureInfo.InvariantCulture)}')";

    [Test]
    public void Arange_OfDoubles_IsNumPysToTheBit()
    {
        (double Start, double Stop, double Step)[] cases =
            [(0, 10, 1), (1, 2, 0.1), (0, 1, 0.1), (5, -3, -0.7), (0, -1, 1), (3, 3, 1), (1e-3, 1, 0.0333), (-1.5, 7.25, 1.25), (0, 0.3, 0.1), (1, 1.3, 0.1), (0, 1, 3), (1e16, 1e16 + 10, 1)];
        NumPyAnswer[] answers = NumPyOracle.Run([.. cases.Select(one => $"r = np.arange({Text(one.Start)}, {Text(one.Stop)}, {Text(one.Step)})")]);
        for (int i = 0; i < cases.Length; i++)
        {
            (double start, double stop, double step) = cases[i];
            double[] expected = answers[i].Arrays[0].Values;
            for (int size = 1; size <= 5; size++)
                ThreadCommunicator.Run(size, comm =>
                {
                    foreach (string codes in s_codes) Assert.That(Np.Arange(comm, start, stop, step, codes).ToArray(), Is.EqualTo(expected), $"{start} {stop} {step} {codes}");
                });
        }
    }

    [Test]
    public void Arange_OfOtherTypes_IsNumPysToTheBit()
    {
        NumPyAnswer[] answers = NumPyOracle.Run(
        [
            "r = np.arange(0., 1., float(np.float32(0.1)), dtype=np.float32)",
            "r = np.arange(10, -4, -3, dtype=np.int32)",
            "r = np.arange(3, 11, 3, dtype=np.uint64)",
            "r = np.arange(-120, 120, 50, dtype=np.int8)",
        ]);
        ThreadCommunicator.Run(3, comm =>
        {
            Assert.That(Np.Arange(comm, 0f, 1f, 0.1f).ToArray(), Is.EqualTo(answers[0].Arrays[0].Values.Select(value => (float)value)));
            Assert.That(Np.Arange(comm, 10, -4, -3).ToArray(), Is.EqualTo(answers[1].Arrays[0].Values));
            Assert.That(Np.Arange(comm, 3UL, 11UL, 3UL, "c").ToArray(), Is.EqualTo(answers[2].Arrays[0].Values));
            Assert.That(Np.Arange<sbyte>(comm, -120, 120, 50).ToArray(), Is.EqualTo(answers[3].Arrays[0].Values));
            Assert.That(Np.Arange(comm, 7L).ToArray(), Is.EqualTo(new long[] { 0, 1, 2, 3, 4, 5, 6 }));
            Assert.That(Np.Arange(comm, long.MaxValue - 2, long.MaxValue, 1).ToArray(), Is.EqualTo(new[] { long.MaxValue - 2, long.MaxValue - 1 }));
        });
    }

    [Test]
    public void Arange_OfBadArguments_IsRefused() => ThreadCommunicator.Run(2, comm =>
    {
        Assert.That(() => Np.Arange(comm, 0, 5, 0), Throws.ArgumentException.With.Message.Contains("step is 0"));
        Assert.That(() => Np.Arange(comm, 0, double.NaN, 1), Throws.ArgumentException);
        Assert.That(() => Np.Arange(comm, 0, double.PositiveInfinity, 1), Throws.ArgumentException);
        Assert.That(() => Np.Arange(new Distribution(comm, [4]), 0, 5, 1), Throws.TypeOf<ShapeMismatchException>().With.Message.Contains("(5,)"));
        Assert.That(Np.Arange(new Distribution(comm, [5], "c", haloLow: []), 0, 5, 1).ToArray(), Is.EqualTo(new[] { 0, 1, 2, 3, 4 }));
    });

    [Test]
    public void Linspace_OfDoubles_IsNumPysToTheBit()
    {
        (double Start, double Stop, long Num, bool Endpoint)[] cases =
        [
            (0, 1, 11, true), (0, 1, 11, false), (2, 3, 1, true), (2, 3, 1, false), (5, -5, 0, true), (0.1, 0.7, 7, true), (-3, 1e-3, 50, true), (1, 1, 5, true), (0, 5e-324, 5, true),
            (0, 1e-323, 4, false), (1e300, -1e300, 7, true),
        ];
        NumPyAnswer[] answers = NumPyOracle.Run([.. cases.Select(one => $"r = np.linspace({Text(one.Start)}, {Text(one.Stop)}, {one.Num}, endpoint={one.Endpoint})")]);
        for (int i = 0; i < cases.Length; i++)
        {
            (double start, double stop, long num, bool endpoint) = cases[i];
            double[] expected = answers[i].Arrays[0].Values;
            for (int size = 1; size <= 5; size++)
                ThreadCommunicator.Run(size, comm =>
                {
                    foreach (string codes in s_codes) Assert.That(Np.Linspace(comm, start, stop, num, endpoint, codes).ToArray(), Is.EqualTo(expected), $"{start} {stop} {num} {codes}");
                });
        }
    }

    [Test]
    public void Linspace_OfOtherTypes_IsNumPys()
    {
        NumPyAnswer[] answers = NumPyOracle.Run(
        [
            "r = np.linspace(float(np.float32(0.1)), 1, 7, dtype=np.float32)",
            "z = np.linspace(1+2j, -3+0.5j, 6)\nr = [z.real, z.imag]",
        ]);
        ThreadCommunicator.Run(3, comm =>
        {
            Assert.That(Np.Linspace(new Distribution(comm, [7]), 0.1f, 1f).ToArray(), Is.EqualTo(answers[0].Arrays[0].Values.Select(value => (float)value)));
            Complex[] z = Np.Linspace(new Distribution(comm, [6], "c"), new Complex(1, 2), new Complex(-3, 0.5)).ToArray();
            Assert.That(z.Select(value => value.Real), Is.EqualTo(answers[1].Arrays[0].Values).Within(1e-15));
            Assert.That(z.Select(value => value.Imaginary), Is.EqualTo(answers[1].Arrays[1].Values).Within(1e-15));
            DistArray<double> integers = Np.Linspace(comm, 0, 1, 3); // of doubles, as in NumPy
            Assert.That(integers.ToArray(), Is.EqualTo(new[] { 0, 0.5, 1 }));
        });
    }

    [Test]
    public void Logspace_AndGeomspace_AreNumPysButForLastBits()
    {
        NumPyAnswer[] answers = NumPyOracle.Run(
        [
            "r = np.logspace(2, -3, 9)", "r = np.logspace(0, 4, 4, endpoint=False, base=2.5)", "r = np.logspace(0, 1, 0)",
            "r = np.geomspace(1, 1000, 4)", "r = np.geomspace(-3, -0.01, 7)", "r = np.geomspace(1, 256, 8, endpoint=False)", "r = np.geomspace(5, 7, 1)",
        ]);
        ThreadCommunicator.Run(3, comm =>
        {
            DistArray<double>[] arrays =
            [
                Np.Logspace(comm, 2, -3, 9), Np.Logspace(comm, 0, 4, 4, endpoint: false, @base: 2.5, codes: "c"), Np.Logspace(comm, 0, 1, 0),
                Np.Geomspace(comm, 1, 1000, 4), Np.Geomspace(comm, -3, -0.01, 7, codes: "c(2)"), Np.Geomspace(comm, 1, 256, 8, endpoint: false), Np.Geomspace(comm, 5, 7, 1),
            ];
            for (int i = 0; i < arrays.Length; i++)
            {
                double[] actual = arrays[i].ToArray(), expected = answers[i].Arrays[0].Values;
                Assert.That(actual, Has.Length.EqualTo(expected.Length));
                for (int k = 0; k < actual.Length; k++) Assert.That(actual[k], Is.EqualTo(expected[k]).Within(4).Ulps, $"{i}: {k}");
            }
            Assert.That(() => Np.Geomspace(comm, 0, 1), Throws.ArgumentException);
            Assert.That(Np.Geomspace(comm, 1, 1000, 4).GetGlobal(3), Is.EqualTo(1000));
        });
    }
}
