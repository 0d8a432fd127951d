namespace DistArray.Cli.SelfTesting;

/// <summary>Arrays against closed forms.</summary>
internal static class ArrayTests
{
    private const int Rows = 37, Columns = 11;

    /// <summary>Element (i, j) is i · Columns + j + 1.</summary>
    public static DistArray<double> Ramp(ICommunicator world, string codes) => Np.FromFunction<double>(new Distribution(world, [Rows, Columns], codes), index => index[0] * Columns + index[1] + 1);

    /// <summary>Fails where two arrays differ anywhere.</summary>
    public static void ExpectEqual(DistArray<double> found, DistArray<double> wanted, string what)
    {
        double largest = Np.Abs(found - wanted).Max();
        WrongException.IfDifferent(largest, 0, $"the largest difference of {what}");
    }

    /// <summary>A fused expression, operands of two distributions, and a view.</summary>
    public static string? Arithmetic(ICommunicator world, string folder)
    {
        using DistArray<double> a = Ramp(world, "bn"), b = Ramp(world, "nb");
        using DistArray<double> wanted = Np.FromFunction<double>(a.Distribution, index =>
        {
            double x = index[0] * Columns + index[1] + 1;
            return 2 * x * x + 1;
        });
        ExpectEqual(a * a + b * b + 1.0, wanted, "2x² + 1 from operands of two distributions");
        ExpectEqual(Np.Sqrt(a * a), a, "the root of a square");
        using DistArray<double> inner = a[1..^1, 1..^1];
        inner.Assign(inner * -1.0);
        WrongException.IfDifferent(a.Sum(), Sum() - 2 * InnerSum(), "the sum after writing through a view");
        return null;
    }

    /// <summary>Sums, means and extremes, of all and along an axis.</summary>
    public static string? Reductions(ICommunicator world, string folder)
    {
        foreach (string codes in (string[])["bn", "bb", "cc"])
        {
            using DistArray<double> a = Ramp(world, codes);
            WrongException.IfDifferent(a.Sum(), Sum(), $"{codes}: the sum");
            WrongException.IfDifferent(a.Mean(), (Rows * Columns + 1) / 2.0, $"{codes}: the mean");
            WrongException.IfDifferent(a.Min(), 1, $"{codes}: the minimum");
            WrongException.IfDifferent(a.Max(), Rows * Columns, $"{codes}: the maximum");
            using DistArray<double> columns = a.Sum(axis: 0);
            using DistArray<double> wanted = Np.FromFunction<double>(columns.Distribution, index => Columns * (Rows * (Rows - 1) / 2.0) + Rows * (index[0] + 1));
            ExpectEqual(columns, wanted, $"{codes}: the sums along axis 0");
        }
        return null;
    }

    /// <summary>From one distribution to others and back.</summary>
    public static string? Redistribution(ICommunicator world, string folder)
    {
        using DistArray<double> rows = Ramp(world, "bn");
        foreach (string codes in (string[])["nb", "cn", "cc", "bb", "nn"])
        {
            using DistArray<double> other = rows.Redistribute(codes), wanted = Ramp(world, codes), back = other.Redistribute("bn");
            ExpectEqual(other, wanted, $"the array as {codes}");
            ExpectEqual(back, rows, $"the array as {codes} and back");
        }
        return null;
    }

    /// <summary>Ghost elements of a periodic axis: a second difference.</summary>
    public static string? Halos(ICommunicator world, string folder)
    {
        const int n = 48;
        var ring = new Distribution(world, [n], "b", haloLow: [1], haloHigh: [1], periodic: [true]);
        using DistArray<double> x = Np.FromFunction<double>(ring, index => index[0] * index[0]);
        x.UpdateHalo();
        using DistArray<double> found = (x.Shift(0, 1) - 2.0 * x + x.Shift(0, -1)).Copy();
        // x² has the second difference 2; at the ends the ring goes round.
        using DistArray<double> wanted = Np.FromFunction<double>(found.Distribution, index => index[0] == 0 ? 1 + (n - 1.0) * (n - 1) : index[0] == n - 1 ? (n - 2.0) * (n - 2) - 2 * (n - 1.0) * (n - 1) : 2);
        ExpectEqual(found, wanted, "the second difference of x²");
        return null;
    }

    private static double Sum() => Rows * Columns * (Rows * Columns + 1) / 2.0;

    private static double InnerSum()
    {
        double sum = 0;
        for (int i = 1; i < Rows - 1; i++)
            for (int j = 1; j < Columns - 1; j++) sum += i * Columns + j + 1;
        return sum;
    }
}
