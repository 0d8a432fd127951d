using System.Runtime.InteropServices;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Results of ours and of rivals, which may differ by rounding: compilers contract a + b * c, and vector functions are good to a few units in the last place.</summary>
internal static class Agreement
{
    private const double Tolerance = 1e-12; // of elements of about 1; far less than the distance of neighbours

    /// <summary>How a rival's numbers differ from ours; null where they do not.</summary>
    public static string? Problem(ReadOnlySpan<double> ours, ReadOnlySpan<double> theirs)
    {
        if (ours.Length != theirs.Length) return $"There are {theirs.Length} elements instead of {ours.Length}.";
        for (int i = 0; i < ours.Length; i++)
            if (!IsSame(ours[i], theirs[i])) return $"The results differ: element {i} of ours is {ours[i]:R}, of theirs {theirs[i]:R}.";
        return null;
    }

    /// <summary>How a rival's number differs from ours; null where it does not.</summary>
    public static string? Problem(double ours, double theirs) => IsSame(ours, theirs) ? null : $"The results differ: ours is {ours:R}, theirs {theirs:R}.";

    /// <summary>How numbers that a rival sends, their count before them, differ from ours; null where they do not.</summary>
    public static string? Problem(ReadOnlySpan<double> ours, Stream theirs)
    {
        Span<long> count = stackalloc long[1];
        theirs.ReadExactly(MemoryMarshal.AsBytes(count));
        string? problem = count[0] == ours.Length ? null : $"There are {count[0]} elements instead of {ours.Length}.";
        var part = new double[1 << 16];
        for (long done = 0; done < count[0];)
        {
            Span<double> next = part.AsSpan(0, (int)Math.Min(part.Length, count[0] - done));
            theirs.ReadExactly(MemoryMarshal.AsBytes(next));
            problem ??= Problem(ours.Slice((int)done, next.Length), next);
            done += next.Length;
        }
        return problem;
    }

    private static bool IsSame(double ours, double theirs) => Math.Abs(ours - theirs) <= Tolerance * Math.Max(1, Math.Abs(ours));
}
