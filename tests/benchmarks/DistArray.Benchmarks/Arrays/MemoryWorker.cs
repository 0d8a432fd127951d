using System.Globalization;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Makes three arrays and d = a + b * c: prints the bytes that were resident at most beyond what was before and the four arrays, and the bytes of these.</summary>
internal static class MemoryWorker
{
    private const long N = 1 << 24, Few = 10_000; // arrays of whole huge pages, so that none is resident in part

    public static void Run()
    {
        // Code and loops are made of small arrays first.
        for (int i = 0; i < 100; i++) Compute(Few);
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5"); // the peak starts anew
        long before = Resident("VmRSS:");
        Compute(N);
        long most = Resident("VmHWM:"), arrays = 4 * N * sizeof(double);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{most - before - arrays}\t{arrays}"));
    }

    private static void Compute(long n)
    {
        var distribution = new Distribution(new SelfCommunicator(), [n]);
        using DistArray<double> a = Np.Empty<double>(distribution), b = Np.Empty<double>(distribution), c = Np.Empty<double>(distribution);
        Span<double> x = a.LocalSpan, y = b.LocalSpan, z = c.LocalSpan;
        for (int i = 0; i < x.Length; i++) (x[i], y[i], z[i]) = (i, 0.5 * i, 2.0 * (i % 3));
        using var d = (a + b * c).Evaluate();
        ReadOnlySpan<double> elements = d.LocalSpan;
        for (int i = 0; i < elements.Length; i++)
            if (elements[i] != i + i * (double)(i % 3)) throw new InvalidOperationException($"Element {i} is {elements[i]:R}.");
    }

    private static long Resident(string name) =>
        (long)Jobs.Number(File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
}
