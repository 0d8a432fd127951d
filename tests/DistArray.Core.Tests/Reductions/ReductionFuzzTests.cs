using System.Numerics;
using DistArray.Core.Tests.Kernels;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Every reduction over all elements and along axes of random arrays, types and distributions equals NumPy's.</summary>
public class ReductionFuzzTests
{
    private const int Cases = 12; // an operation and type

    private NumPyServer _numpy = null!;

    [OneTimeSetUp]
    public void Start() => _numpy = new NumPyServer();

    [OneTimeTearDown]
    public void Stop() => _numpy.Dispose();

    [Test]
    public void Float64() => Real<double>(random => Number(random), 1e-12);

    [Test]
    public void Float32() => Real<float>(random => (float)Number(random), 2e-5);

    [Test]
    public void Int8() => Integer<sbyte>(random => (sbyte)random.Next(-128, 128));

    [Test]
    public void UInt8() => Integer<byte>(random => (byte)random.Next(0, 256));

    [Test]
    public void Int16() => Integer<short>(random => (short)random.Next(-32768, 32768));

    [Test]
    public void UInt16() => Integer<ushort>(random => (ushort)random.Next(0, 65536));

    [Test]
    public void Int32() => Integer<int>(random => random.Next(int.MinValue, int.MaxValue));

    [Test]
    public void UInt32() => Integer<uint>(random => (uint)random.NextInt64(1L << 32));

    [Test]
    public void Int64() => Integer<long>(random => random.NextInt64(-1L << 40, 1L << 40));

    [Test]
    public void UInt64() => Integer<ulong>(random => (ulong)random.NextInt64(1L << 40));

    [Test]
    public void Complex64() => Complex<Complex64>(random => new Complex64((float)Number(random), (float)Number(random)), 2e-5);

    [Test]
    public void Complex128() => Complex<Complex>(random => new Complex(Number(random), Number(random)), 1e-12);

    [Test]
    public void Boolean() => Run(1, Truths<bool>(), random => random.Next(3) > 0);

    // Mostly distinct numbers; sometimes equal ones, zeros, infinities and NaN.
    private static double Number(System.Random random) => random.Next(200) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        < 20 => random.Next(-2, 3),
        _ => random.Next(-4000, 4000) / 64.0,
    };

    private void Real<T>(Func<System.Random, T> value, double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Run(1, [.. Numbers<T>(tolerance), .. Ordered<T>(), .. Truths<T>()], value);
        // Products of these stay in range.
        Run(1, [new("np.prod(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Prod(with.Where)) : Outcome.Of(a.Prod(with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: 10 * tolerance)],
            random => T.CreateChecked(1 + ((random.NextDouble() - 0.5) / 10)));
    }

    private void Integer<T>(Func<System.Random, T> value) where T : unmanaged, IBinaryInteger<T>
    {
        Run(1,
        [
            new("np.sum($, dtype=np.int64{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Sum<long>(with.Where)) : Outcome.Of(a.Sum<long>(with.Axes, with.KeepDims, with.Where), with.Shape)),
            new("np.mean(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Mean<double>(with.Where)) : Outcome.Of(a.Mean<double>(with.Axes, with.KeepDims, with.Where), with.Shape)),
            .. Ordered<T>(), .. Truths<T>(),
        ], value);
        Run(1, [new("np.prod($, dtype=np.int64{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Prod<long>(with.Where)) : Outcome.Of(a.Prod<long>(with.Axes, with.KeepDims, with.Where), with.Shape))],
            random => T.CreateChecked(random.Next(60) switch { 0 => 3, 1 => 2, _ => 1 }));
    }

    private void Complex<T>(Func<System.Random, T> value, double tolerance) where T : unmanaged, INumberBase<T>
    {
        Run(1, [.. Numbers<T>(tolerance), .. Truths<T>()], value);
        Run(1, [new("np.prod(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Prod(with.Where)) : Outcome.Of(a.Prod(with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: 50 * tolerance)],
            random => ElementCast.To<Complex, T>(System.Numerics.Complex.FromPolarCoordinates(1, random.NextDouble())));
    }

    private static ReductionFuzz.Operation<T>[] Numbers<T>(double tolerance) where T : unmanaged, INumberBase<T> =>
    [
        new("np.sum(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Sum(with.Where)) : Outcome.Of(a.Sum(with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: 600 * tolerance),
        new("np.mean(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Mean(with.Where)) : Outcome.Of(a.Mean(with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
    ];

    private static ReductionFuzz.Operation<T>[] Ordered<T>() where T : unmanaged, INumber<T> =>
    [
        new("np.min(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Min(with.Where, Initial<T>(with))) : Outcome.Of(a.Min(with.Axes, with.KeepDims, with.Where, Initial<T>(with)), with.Shape), TakesInitial: true),
        new("np.max(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Max(with.Where, Initial<T>(with))) : Outcome.Of(a.Max(with.Axes, with.KeepDims, with.Where, Initial<T>(with)), with.Shape), TakesInitial: true),
    ];

    private static ReductionFuzz.Operation<T>[] Truths<T>() where T : unmanaged =>
    [
        new("np.any(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Any(with.Where)) : Outcome.Of(a.Any(with.Axes, with.KeepDims, with.Where), with.Shape)),
        new("np.all(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.All(with.Where)) : Outcome.Of(a.All(with.Axes, with.KeepDims, with.Where), with.Shape)),
        new("np.count_nonzero(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.CountNonZero()) : Outcome.Of(a.CountNonZero(with.Axes, with.KeepDims), with.Shape), TakesMask: false),
    ];

    private static T? Initial<T>(ReductionFuzz.Arguments with) where T : struct, INumber<T> => with.Where is null ? null : T.CreateChecked(3);

    private void Run<T>(int seed, ReductionFuzz.Operation<T>[] operations, Func<System.Random, T> value) where T : unmanaged => Assert.Multiple(() =>
    {
        for (int i = 0; i < operations.Length * Cases; i++) ReductionFuzz.Run(_numpy, operations[i % operations.Length], value, (seed * 100_000) + i);
    });
}
