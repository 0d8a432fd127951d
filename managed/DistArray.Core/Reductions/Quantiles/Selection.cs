using System.Numerics;

namespace DistArray;

/// <summary>Finds the k-th smallest of numbers in memory.</summary>
internal static class Selection
{
    private const int Few = 32;

    /// <summary>Puts the k-th smallest number at place k, and no larger one before it. There is no NaN.</summary>
    public static void Partition<T>(Span<T> values, int k) where T : unmanaged, INumber<T>
    {
        int rounds = 2 * BitOperations.Log2((uint)values.Length | 1);
        while (values.Length > Few && rounds-- > 0)
        {
            T pivot = Median(values[0], values[values.Length / 2], values[^1]);
            int i = -1, j = values.Length;
            while (true)
            {
                while (values[++i] < pivot) { }
                while (values[--j] > pivot) { }
                if (i >= j) break;
                (values[i], values[j]) = (values[j], values[i]);
            }
            // What is up to j is not above the pivot, the rest not below.
            if (k <= j) values = values[..(j + 1)];
            else
            {
                values = values[(j + 1)..];
                k -= j + 1;
            }
        }
        values.Sort();
    }

    private static T Median<T>(T a, T b, T c) where T : unmanaged, INumber<T> => a < b ? (b < c ? b : a < c ? c : a) : a < c ? a : b < c ? c : b;
}
