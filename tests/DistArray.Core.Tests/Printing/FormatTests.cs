using System.Globalization;
using System.Numerics;

namespace DistArray.Core.Tests.Printing;

public class FormatTests
{
    private readonly List<(string Dtype, string Values, string Shape, int Precision, int Threshold)> _numpy = [];
    private readonly List<string> _ours = [];

    [SetUp]
    public void Clear()
    {
        _numpy.Clear();
        _ours.Clear();
    }

    [Test]
    public void Format_OfRealNumbers_EqualsNumPys()
    {
        double[][] cases =
        [
            [0, 1, 2, 3.5], [0.1, 0.25, 1.0 / 3], [1, 10, 100, 999], [0.5, 1000], [0.001, 1], [0.0009, 1], [1e8, 1], [99999999, 1], [1e-5, 1e-4], [1e-300, 1e300],
            [-1, 2], [-0.0, 0.0], [double.NaN, 1], [double.PositiveInfinity, -1.5], [double.NegativeInfinity, 123456.5], [double.NaN, double.NegativeInfinity],
            [double.NaN], [0], [-1e10, 1], [1.23456789012345, 2], [0.123456785, 0.1], [0.001953125, 1], [2.5, -1234.56789], [1e16, 123456789.123], [5e-324, 1],
            [double.MaxValue, double.NaN], [1e22, 1.5e-7], [0.00012345678912, 0.1], [1, 1e5, 1e-2], [Math.PI, Math.E, Math.Sqrt(2)], [1e100, double.PositiveInfinity, -2],
        ];
        foreach (double[] values in cases)
        {
            Add(values, [values.Length], "float64");
            Add(Array.ConvertAll(values, value => (float)value), [values.Length], "float32");
            Add(values, [values.Length], "float64", precision: 3);
        }
        Compare();
    }

    [Test]
    public void Format_OfRandomNumbers_EqualsNumPys()
    {
        for (ulong i = 0; i < 60; i++)
        {
            double scale = Math.Pow(10, (i % 12) - 4.0);
            double[] values = [.. Enumerable.Range(0, 7).Select(j => Philox4x32.Normal(5, (100 * i) + (ulong)j).First * scale)];
            Add(values, [7], "float64");
            Add(Array.ConvertAll(values, value => (float)value), [7], "float32");
            Add(Array.ConvertAll(values, value => new Complex(value, -value * 0.37)), [7], "complex128");
        }
        Compare();
    }

    [Test]
    public void Format_OfIntegersBooleansAndComplex_EqualsNumPys()
    {
        Add([1, -20, 300], [3], "int32");
        Add([long.MinValue, 5], [2], "int64");
        Add(new ulong[] { ulong.MaxValue, 7 }, [2], "uint64");
        Add(new byte[] { 0, 255, 7 }, [3], "uint8");
        Add(new sbyte[] { -128, 0, 127 }, [3], "int8");
        Add(new short[] { -1, 1 }, [2], "int16");
        Add(new ushort[] { 1, 65535 }, [2], "uint16");
        Add(new uint[] { 1, 4000000000 }, [2], "uint32");
        Add([true, false, true, true], [2, 2], "bool");
        Add([new Complex(1, -2), new Complex(0.5, 10)], [2], "complex128");
        Add([new Complex(double.NaN, 1), new Complex(1, double.NegativeInfinity)], [2], "complex128");
        Add([new Complex64(0.1f, 2), new Complex64(-3, 1e10f)], [2], "complex64");
        Compare();
    }

    [Test]
    public void Format_OfManyDimensionsAndLongRows_EqualsNumPys()
    {
        Add(Reals(12), [3, 4], "float64");
        Add(Reals(24), [2, 3, 4], "float64");
        Add(Reals(16), [2, 1, 2, 2, 2], "float64");
        Add(Reals(50), [50], "float64");
        Add(Reals(60), [2, 30], "float64");
        Add(Reals(1000), [10, 100], "float64");
        Add(Reals(1001), [1001], "float64");
        Add(Reals(2000), [40, 50], "float64");
        Add(Reals(1500), [3, 500], "float64");
        Add(Reals(2000), [10, 20, 10], "float64");
        Add(Reals(12), [12], "float64", threshold: 5);
        Add(Reals(0), [0, 3], "float64");
        Add([.. Enumerable.Range(0, 1200)], [6, 200], "int32");
        Add([.. Enumerable.Range(0, 100).Select(i => i % 3 == 0)], [100], "bool");
        Add([4.25], [], "float64");
        Add([true], [], "bool");
        Add(new[] { -7 }, [], "int32");
        Compare();

        static double[] Reals(int count) => [.. Enumerable.Range(0, count).Select(i => (i * 0.37) - 3)];
    }

    [Test]
    public void Format_IsTheSameOnEveryRankAndDistribution()
    {
        string expected;
        using (var self = new SelfCommunicator())
            expected = Np.FromFunction<double>(new Distribution(self, [40, 50]), (i, j) => (50 * i) + j).Format();
        Assert.That(expected, Does.Contain("...").And.Contain("1.999e+03"));
        foreach (int size in new[] { 1, 2, 3, 7 })
        {
            ThreadCommunicator.Run(size, comm =>
            {
                foreach (string codes in new[] { "bn", "cc", "bc(3)", "nn" })
                {
                    using var a = Np.FromFunction<double>(new Distribution(comm, [40, 50], codes), (i, j) => (50 * i) + j, MemoryOrder.ColumnMajor);
                    Assert.That(a.Format(), Is.EqualTo(expected));
                }
            });
        }
    }

    [Test]
    public void ToString_IsLocalAndSaysWhatOfTheWhole() => ThreadCommunicator.Run(3, comm =>
    {
        var a = Np.FromFunction<double>(new Distribution(comm, [5, 3], "bn", haloLow: [1, 0]), (i, j) => (3 * i) + j);
        if (comm.Rank == 1) Assert.That(a.ToString(), Is.EqualTo("DistArray<Double> (5, 3) as bn over 3 x 1 ranks, rank 1 has [2:4, 0:3]:\n[[ 6.  7.  8.]\n [ 9. 10. 11.]]"));
        a.Dispose();
        Assert.That(a.ToString(), Does.EndWith("disposed"));
        using var cyclic = Np.FromFunction<int>(new Distribution(comm, [2], "c"), i => (int)i + 4);
        if (comm.Rank == 2) Assert.That(cyclic.ToString(), Does.EndWith("rank 2 has [0 of c]:\n[]"));
    });

    private void Add<T>(T[] values, long[] shape, string dtype, int precision = 8, int threshold = 1000) where T : unmanaged
    {
        using var self = new SelfCommunicator();
        int[] local = Array.ConvertAll(shape, extent => (int)extent);
        var array = DistArray<T>.Wrap(new Distribution(self, shape), LocalBlock<T>.FromArray(values, local), ownsMemory: true);
        using (array) _ours.Add(array.Format(precision, threshold));
        string list = string.Join(", ", values.Select(value => Python(value)));
        _numpy.Add((dtype, $"[{list}]", $"({string.Concat(shape.Select(extent => extent + ","))})", precision, threshold));
    }

    private void Compare()
    {
        string[] expected = NumPy.Array2String(_numpy);
        Assert.That(expected, Has.Length.EqualTo(_ours.Count));
        using (Assert.EnterMultipleScope())
        {
            for (int i = 0; i < expected.Length; i++) Assert.That(_ours[i], Is.EqualTo(expected[i]), $"{_numpy[i].Dtype} {_numpy[i].Shape}");
        }
    }

    private static string Python(object value) => value switch
    {
        bool flag => flag ? "True" : "False",
        double real => Real(real),
        float real => Real(real),
        Complex complex => $"complex({Real(complex.Real)}, {Real(complex.Imaginary)})",
        Complex64 complex => $"complex({Real(complex.Real)}, {Real(complex.Imaginary)})",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Real(double value) =>
        double.IsNaN(value) ? "nan" : double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : value.ToString("E16", CultureInfo.InvariantCulture);
}
