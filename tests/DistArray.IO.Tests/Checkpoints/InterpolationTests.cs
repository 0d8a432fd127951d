using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>Loading on another grid, against NumPy, closed forms and orders of convergence.</summary>
public class InterpolationTests
{
    // numpy.interp, and splines from all of their conditions at once: values, two derivatives, ends.
    private const string Reference = """
        def places(n, m, periodic): return np.arange(m) * (n / m if periodic else (n - 1) / max(m - 1, 1))
        def linear(y, m, periodic):
            return np.interp(places(len(y), m, periodic), np.arange(len(y) + 1), np.append(y, y[0] if periodic else y[-1]))
        def cubic(y, m, periodic):
            n = len(y); x = places(n, m, periodic)
            if not periodic and n < 4: return np.polyval(np.polyfit(np.arange(n), y, n - 1), x)
            if periodic and n < 3: return None
            p = n if periodic else n - 1
            A = np.zeros((4 * p, 4 * p)); b = np.zeros(4 * p); row = 0
            def jet(t, d): return [np.array([1, t, t**2, t**3]), np.array([0, 1, 2*t, 3*t**2]), np.array([0, 0, 2, 6*t]), np.array([0, 0, 0, 6])][d]
            for i in range(p):
                A[row, 4*i:4*i+4] = jet(0, 0); b[row] = y[i]; row += 1
                A[row, 4*i:4*i+4] = jet(1, 0); b[row] = y[(i + 1) % n]; row += 1
            for i in range(p if periodic else p - 1):
                for d in (1, 2):
                    A[row, 4*i:4*i+4] += jet(1, d); k = (i + 1) % p; A[row, 4*k:4*k+4] -= jet(0, d); row += 1
            if not periodic:
                for i in (0, p - 2):
                    A[row, 4*i:4*i+4] += jet(1, 3); A[row, 4*i+4:4*i+8] -= jet(0, 3); row += 1
            c = np.linalg.solve(A, b).reshape(p, 4)
            i = np.clip(np.floor(x + 1e-12).astype(int), 0, p - 1); t = x - i
            return sum(c[i, k] * t**k for k in range(4))
        def tensor(a, shape, periodic, rule):
            for axis, (m, p) in enumerate(zip(shape, periodic)):
                if a.shape[axis] != m: a = np.apply_along_axis(lambda y: rule(y, m, p), axis, a)
            return a
        """;

    [MpiTest(1, 2, 3, 4)]
    public void Load_OnAnotherGrid_IsNumPys(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        (long[] From, long[] To, bool[] Periodic)[] cases =
        [
            ([9], [23], [false]), ([9], [5], [true]), ([7], [7], [true]), ([2], [5], [false]), ([3], [8], [false]), ([3], [7], [true]), ([4], [9], [false]), ([1], [4], [false]),
            ([8, 6], [16, 11], [true, false]), ([8, 6], [5, 6], [false, false]), ([70, 5], [41, 130], [false, true]), ([5, 6, 4], [9, 6, 7], [false, true, true]), ([6, 1], [3, 3], [true, true]),
        ];
        for (int i = 0; i < cases.Length; i++)
        {
            (long[] from, long[] to, bool[] periodic) = cases[i];
            using DistArray<double> source = Np.FromFunction<double>(new Distribution(world, from, new string('c', 1) + new string('n', from.Length - 1)), index => Math.Sin(1 + 7.3 * Cases.Index(index, from)));
            Checkpoint.Save(folder[$"{i}.h5"], world, state => state.Array("a", source));
            (string Name, Distribution Distribution)[] targets = [.. Cases.Distributions(world, to)];
            foreach (InterpolationOrder order in Enum.GetValues<InterpolationOrder>())
            {
                using DistArray<double> target = Np.Zeros<double>(targets[(i + (int)order) % targets.Length].Distribution, i % 2 == 0 ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor);
                Checkpoint.Load(folder[$"{i}.h5"], world, state => state.Array("a", target, new GridInterpolation(order, periodic)));
                target.Save(folder[$"{i}{order}.h5"], "a");
            }
            Outside.RunPython(world, $$"""
                {{Reference}}
                shape, periodic = [{{string.Join(',', to)}}], [{{string.Join(',', periodic.Select(one => one ? "True" : "False"))}}]
                a = h5py.File(sys.argv[1])['a'][...]
                for name, rule in (sys.argv[2], linear), (sys.argv[3], cubic):
                    b = h5py.File(name)['a'][...]
                    if 1 in a.shape and periodic[0]: rule = linear if rule is linear else (lambda y, m, p: np.repeat(y, m) if len(y) == 1 else cubic(y, m, p))
                    e = tensor(a, shape, periodic, rule)
                    assert b.shape == tuple(shape) and abs(b - e).max() < 1e-12, (name, abs(b - e).max())
                """.Replace("\n                ", "\n"), folder[$"{i}.h5"], folder[$"{i}Linear.h5"], folder[$"{i}Cubic.h5"]);
        }
    }

    [MpiTest(1, 3)]
    public void Load_OfPolynomials_IsExactToTheEnds(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        double Value(double x, double y, int degree) => degree == 1 ? (2 - 3 * x) * (1 + 5 * y) : (1 - x + 2 * x * x - 4 * x * x * x) * (3 + y * y * y - 2 * y);
        foreach (InterpolationOrder order in Enum.GetValues<InterpolationOrder>())
        {
            int degree = (int)order;
            using DistArray<Complex> source = Np.FromFunction<Complex>(new Distribution(world, [9, 13]), index => new Complex(Value(index[0] / 8.0, index[1] / 12.0, degree), -Value(index[1] / 12.0, index[0] / 8.0, degree)));
            using DistArray<Complex> target = Np.Zeros<Complex>(new Distribution(world, [31, 20], "nb", haloLow: [0, 1], haloHigh: [0, 1]));
            Checkpoint.Save(folder["a.h5"], world, state => state.Array("a", source));
            Checkpoint.Load(folder["a.h5"], world, state => state.Array("a", target, new GridInterpolation(order)));
            using DistArray<Complex> expected = Np.FromFunction<Complex>(target.Distribution, index => new Complex(Value(index[0] / 30.0, index[1] / 19.0, degree), -Value(index[1] / 19.0, index[0] / 30.0, degree)));
            Assert.That(target.LocalToArray().Zip(expected.LocalToArray(), (a, b) => Complex.Abs(a - b)).DefaultIfEmpty().Max(), Is.LessThan(1e-13));
        }
    }

    [TestCase(InterpolationOrder.Linear, true, 2, 1 / 8.0)]
    [TestCase(InterpolationOrder.Linear, false, 2, 1 / 8.0)]
    [TestCase(InterpolationOrder.Cubic, true, 4, 1 / 384.0)]
    [TestCase(InterpolationOrder.Cubic, false, 4, null)]
    public void Error_OfASmoothFunction_FallsWithItsOrder(InterpolationOrder order, bool periodic, int power, double? constant)
    {
        using var world = new SelfCommunicator();
        using var folder = new SharedFolder(world);
        double previous = 0;
        foreach (int points in (int[])[32, 64, 128, 256])
        {
            double step = periodic ? 1.0 / points : 1.0 / (points - 1);
            int fine = periodic ? 8 * points : 8 * (points - 1) + 1;
            using DistArray<double> source = Np.FromFunction<double>(new Distribution(world, [points]), index => Math.Sin(2 * Math.PI * index[0] * step + 0.3)), target = Np.Zeros<double>(new Distribution(world, [fine]));
            Checkpoint.Save(folder["a.h5"], world, state => state.Array("a", source));
            Checkpoint.Load(folder["a.h5"], world, state => state.Array("a", target, new GridInterpolation(order, periodic)));
            double error = target.LocalToArray().Select((value, i) => Math.Abs(value - Math.Sin(2 * Math.PI * i * step / 8 + 0.3))).Max();
            if (constant is { } factor)
                Assert.That(error / (factor * Math.Pow(2 * Math.PI * step, power)), Is.EqualTo(1).Within(0.05), $"{points} points");
            if (previous > 0)
                Assert.That(Math.Log2(previous / error), Is.EqualTo(power).Within(periodic ? 0.1 : 0.5), $"{points} points");
            previous = error;
        }
    }

    [MpiTest(1, 2)]
    public void Load_WhatCannotBeInterpolated_IsRefused(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<int> source = Np.Zeros<int>(new Distribution(world, [4, 5])), target = Np.Zeros<int>(new Distribution(world, [8, 5]));
        using DistArray<double> real = Cases.Arange(new Distribution(world, [4, 5])), flat = Np.Zeros<double>(new Distribution(world, [9])), other = Np.Zeros<double>(new Distribution(world, [9, 5]));
        Checkpoint.Save(folder["a.h5"], world, state =>
        {
            state.Array("a", source);
            state.Array("b", real);
        });
        string Refused(Action<CheckpointState> describe) => Cases.ThrowsAlike<ArgumentException>(world, () => Checkpoint.Load(folder["a.h5"], world, describe)).Message;
        var cubic = new GridInterpolation(InterpolationOrder.Cubic);
        Assert.That(Refused(state => state.Array("a", target, cubic)), Does.Contain("int32"));
        Assert.That(Refused(state => state.Array("b", flat, cubic)), Does.Contain("(4, 5)").And.Contain("(9)"));
        Assert.That(Refused(state => state.Array("b", other, new GridInterpolation(InterpolationOrder.Linear, true))), Does.Contain("periodic has 1 values"));
        Checkpoint.Load(folder["a.h5"], world, state => state.Array("a", source, cubic));
    }
}
