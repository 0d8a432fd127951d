using System.Numerics;
using DistArray.Core.Tests.Kernels;

namespace DistArray.Core.Tests.Reductions;

/// <summary>Every reduction over all elements and along axes of random arrays, types and distributions equals NumPy's.</summary>
public class ReductionFuzzTests
{
    // An operation and type; any number on request.
    private static readonly int s_cases = int.Parse(Environment.GetEnvironmentVariable("DISTARRAY_FUZZ_CASES") ?? "8");

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
    public void Complex64()
    {
        Func<System.Random, Complex64> value = random => new Complex64((float)Number(random), (float)Number(random));
        Complex(value, 2e-5);
        Run(3, [new("np.var(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Var(with.Where)) : Outcome.Of(a.Var(with.Axes, 0, with.KeepDims, with.Where), with.Shape), Tolerance: 2e-5)], value);
    }

    [Test]
    public void Complex128()
    {
        Func<System.Random, Complex> value = random => new Complex(Number(random), Number(random));
        Complex(value, 1e-12);
        Run(3, [new("np.std($, ddof=1{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Std(with.Where, 1)) : Outcome.Of(a.Std(with.Axes, 1, with.KeepDims, with.Where), with.Shape))], value);
    }

    [Test]
    public void Boolean() => Run(1,
    [
        .. Truths<bool>(),
        new("np.argmin(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.ArgMin()) : Outcome.Of(a.ArgMin(with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
        new("np.argmax(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.ArgMax()) : Outcome.Of(a.ArgMax(with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
    ], random => random.Next(3) > 0);

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
        Run(4, [.. Sums<T>(tolerance)], value);
        Run(5, [.. Quantiles<T>(tolerance)], value);
        Run(2, [.. Variances<T>(tolerance), .. Positions<T>(), .. Norms<T>(tolerance), .. NanSums<T>(tolerance), .. NanForms<T>(tolerance)], value);
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
            .. Ordered<T>(), .. Truths<T>(), .. Positions<T>(), .. Norms<T>(1e-12),
            new("np.var(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Var<double>(with.Where)) : Outcome.Of(a.Var<double>(with.Axes, 0, with.KeepDims, with.Where), with.Shape)),
        ], value);
        // Where NumPy takes differences of neighbours in order, integers wrap around.
        Run(5, [.. Quantiles<T>(1e-12, "$.astype('float64')")], value);
        Run(4, [new("np.cumsum($, dtype=np.int64{0})", (a, with) => with.Axes is null ? Outcome.Flat(a.CumSum<long>()) : Outcome.Same(a.CumSum<long>(with.Axes[0]), a), TakesMask: false, OneAxis: true, TakesKeepDims: false)], value);
        Run(1, [new("np.prod($, dtype=np.int64{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Prod<long>(with.Where)) : Outcome.Of(a.Prod<long>(with.Axes, with.KeepDims, with.Where), with.Shape))],
            random => T.CreateChecked(random.Next(60) switch { 0 => 3, 1 => 2, _ => 1 }));
    }

    private void Complex<T>(Func<System.Random, T> value, double tolerance) where T : unmanaged, INumberBase<T>
    {
        Run(4, [.. Sums<T>(tolerance)], value);
        Run(1, [.. Numbers<T>(tolerance), .. Truths<T>(), .. Norms<T>(tolerance), .. NanSums<T>(tolerance)], value);
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

    private static ReductionFuzz.Operation<T>[] Variances<T>(double tolerance) where T : unmanaged, INumber<T> =>
    [
        new("np.var(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Var(with.Where)) : Outcome.Of(a.Var(with.Axes, 0, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
        new("np.var($, ddof=2{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Var(with.Where, 2)) : Outcome.Of(a.Var(with.Axes, 2, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
        new("np.std($, ddof=1{0})", (a, with) => with.Axes is null ? Outcome.Of(a.Std(with.Where, 1)) : Outcome.Of(a.Std(with.Axes, 1, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
        new("np.ptp(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.Ptp()) : Outcome.Of(a.Ptp(with.Axes, with.KeepDims), with.Shape), TakesMask: false, Tolerance: tolerance),
    ];

    private static ReductionFuzz.Operation<T>[] Sums<T>(double tolerance) where T : unmanaged, INumberBase<T> =>
    [
        new("np.cumsum(${0})", (a, with) => with.Axes is null ? Outcome.Flat(a.CumSum()) : Outcome.Same(a.CumSum(with.Axes[0]), a), TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: 600 * tolerance),
        new("np.cumprod(np.where(np.isfinite($), $, $.dtype.type(7)) / 4096 + 1{0})", (a, with) => with.Axes is null ? Outcome.Flat(NearOne(a).CumProd()) : Outcome.Same(NearOne(a).CumProd(with.Axes[0]), a), TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: 100 * tolerance),
        new("np.diff(${0}) if $.ndim > 0 else 1 / 0", (a, with) => Outcome.Any(Np.Diff(a, 1, with.Axes is null ? -1 : with.Axes[0])), TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: tolerance),
        new("np.diff($, 2{0}) if $.ndim > 0 else 1 / 0", (a, with) => Outcome.Any(Np.Diff(a, 2, with.Axes is null ? -1 : with.Axes[0])), TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: tolerance),
        new("np.trapz($, dx=0.5{0}) if $.ndim > 0 else 1 / 0", (a, with) => Outcome.Any(Np.Trapezoid(a, null, 0.5, with.Axes is null ? -1 : with.Axes[0])), TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: 600 * tolerance),
        new("np.trapz($, $ * $.dtype.type(2) + $.dtype.type(1){0}) if $.ndim > 0 else 1 / 0", (a, with) => Outcome.Any(Np.Trapezoid(a, (a * T.CreateChecked(2)) + T.One, 1, with.Axes is null ? -1 : with.Axes[0])),
            TakesMask: false, OneAxis: true, TakesKeepDims: false, Tolerance: 60000 * tolerance),
        new("np.vdot($, $ + $.dtype.type(1))", (a, with) => Outcome.Of(Np.VDot(a, a + T.One)), TakesMask: false, TakesAxes: false, Tolerance: 6000 * tolerance),
        new("np.average($, weights=$ * $ + $.dtype.type(1){0})", (a, with) => with.Axes is null ? Outcome.Of(Np.Average(a, (a * a) + T.One)) : Outcome.Of(Np.Average(a, with.Axes, (a * a) + T.One, with.KeepDims), with.Shape),
            TakesMask: false, Tolerance: 600 * tolerance),
    ];

    // Products with an infinity that are formed in another order may be infinite or NaN.
    private static DistArray<T> NearOne<T>(DistArray<T> a) where T : unmanaged, INumberBase<T> => (Np.Where(Np.IsFinite(a), a, T.CreateChecked(7)) / T.CreateChecked(4096)) + T.One;

    private static ReductionFuzz.Operation<T>[] Quantiles<T>(double tolerance, string elements = "$") where T : unmanaged, INumber<T> =>
    [
        new($"np.median({elements}{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.Median(a)) : Outcome.Of(Np.Median(a, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.percentile({elements}, 30{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.Percentile(a, 30)) : Outcome.Of(Np.Percentile(a, 30, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.quantile({elements}, 0.875{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.Quantile(a, 0.875)) : Outcome.Of(Np.Quantile(a, 0.875, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.percentile({elements}, 100{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.Percentile(a, 100)) : Outcome.Of(Np.Percentile(a, 100, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.percentile({elements}, 0{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.Percentile(a, 0)) : Outcome.Of(Np.Percentile(a, 0, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.nanmedian({elements}{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanMedian(a)) : Outcome.Of(Np.NanMedian(a, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
        new($"np.nanpercentile({elements}, 70{{0}})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanPercentile(a, 70)) : Outcome.Of(Np.NanPercentile(a, 70, with.Axes, with.KeepDims), with.Shape), TakesMask: false, EmptyAlongOne: true, Tolerance: tolerance),
    ];

    private static ReductionFuzz.Operation<T>[] Positions<T>() where T : unmanaged, INumber<T> =>
    [
        new("np.argmin(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.ArgMin()) : Outcome.Of(a.ArgMin(with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
        new("np.argmax(${0})", (a, with) => with.Axes is null ? Outcome.Of(a.ArgMax()) : Outcome.Of(a.ArgMax(with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
        new("np.nanargmin(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanArgMin(a)) : Outcome.Of(Np.NanArgMin(a, with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
        new("np.nanargmax(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanArgMax(a)) : Outcome.Of(Np.NanArgMax(a, with.Axes[0], with.KeepDims), with.Shape), TakesMask: false, OneAxis: true),
    ];

    private static ReductionFuzz.Operation<T>[] Norms<T>(double tolerance) where T : unmanaged
    {
        return [Norm("None", null), Norm("2", 2), Norm("1", 1), Norm("0", 0), Norm("np.inf", double.PositiveInfinity), Norm("-np.inf", double.NegativeInfinity), Norm("3", 3)];

        ReductionFuzz.Operation<T> Norm(string text, double? ord) => new($"np.linalg.norm($, ({text}) if $.ndim == 1 or 'axis' in '{{0}}' else None{{0}})",
            (a, with) => with.Axes is null ? Outcome.Of(a.Norm(a.NDim == 1 ? ord : null)) : Outcome.Of(a.Norm(with.Axes, ord, with.KeepDims), with.Shape), TakesMask: false, OneAxis: true, Tolerance: 10 * tolerance);
    }

    private static ReductionFuzz.Operation<T>[] NanSums<T>(double tolerance) where T : unmanaged, INumberBase<T> =>
    [
        new("np.nansum(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanSum(a, with.Where)) : Outcome.Of(Np.NanSum(a, with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: 600 * tolerance),
        new("np.nanmean(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanMean(a, with.Where)) : Outcome.Of(Np.NanMean(a, with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
    ];

    private static ReductionFuzz.Operation<T>[] NanForms<T>(double tolerance) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        new("np.nanprod($ / 4096 + 1{0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanProd((a / T.CreateChecked(4096)) + T.One, with.Where))
            : Outcome.Of(Np.NanProd((a / T.CreateChecked(4096)) + T.One, with.Axes, with.KeepDims, with.Where), with.Shape), Tolerance: 100 * tolerance),
        new("np.nanvar($, ddof=1{0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanVar(a, with.Where, 1)) : Outcome.Of(Np.NanVar(a, with.Axes, 1, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
        new("np.nanstd(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanStd(a, with.Where)) : Outcome.Of(Np.NanStd(a, with.Axes, 0, with.KeepDims, with.Where), with.Shape), Tolerance: tolerance),
        new("np.nanmin(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanMin(a)) : Outcome.Of(Np.NanMin(a, with.Axes, with.KeepDims), with.Shape), TakesMask: false),
        new("np.nanmax(${0})", (a, with) => with.Axes is null ? Outcome.Of(Np.NanMax(a)) : Outcome.Of(Np.NanMax(a, with.Axes, with.KeepDims), with.Shape), TakesMask: false),
    ];

    private static T? Initial<T>(ReductionFuzz.Arguments with) where T : struct, INumber<T> => with.Where is null ? null : T.CreateChecked(3);

    private void Run<T>(int seed, ReductionFuzz.Operation<T>[] operations, Func<System.Random, T> value) where T : unmanaged => Assert.Multiple(() =>
    {
        for (int i = 0; i < operations.Length * s_cases; i++) ReductionFuzz.Run(_numpy, operations[i % operations.Length], value, (seed * 100_000) + i);
    });
}
