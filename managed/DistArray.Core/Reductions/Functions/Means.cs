using System.Numerics;

namespace DistArray;

/// <summary>Arithmetic means, computed in double precision.</summary>
internal static unsafe class Means
{
    /// <summary>The mean of all elements of a real or integer type; NaN where there are none.</summary>
    public static double Real(ReductionInput input, ReductionInput? where, bool reproducible = false) =>
        Sums.All<double>(input.Where(where), reproducible) / (where is null ? input.Distribution.Size : Counts.All(where));

    /// <summary>The mean of all complex elements; NaN where there are none.</summary>
    public static Complex Complex(ReductionInput input, ReductionInput? where, bool reproducible = false)
    {
        Complex sum = Sums.All<Complex>(input.Where(where), reproducible);
        return Quotient(sum, where is null ? input.Distribution.Size : Counts.All(where));
    }

    /// <summary>The means along axes of a real or integer type.</summary>
    public static DistArray<double> Reals(ReductionInput input, ReductionAxes axes, ReductionInput? where, bool reproducible = false)
    {
        DistArray<double> means = Sums.Along<double>(input.Where(where), axes, reproducible);
        double* sums = means.LocalView.Pointer;
        using StateBuffer<long>? counts = where is null ? null : Counts.Along(where with { Order = input.Order }, axes);
        for (long i = 0; i < axes.LocalCells; i++) sums[i] /= counts is null ? axes.Count : counts.Pointer[i];
        return means;
    }

    /// <summary>The means along axes of a complex type.</summary>
    public static DistArray<Complex> Complexes(ReductionInput input, ReductionAxes axes, ReductionInput? where, bool reproducible = false)
    {
        DistArray<Complex> means = Sums.Along<Complex>(input.Where(where), axes, reproducible);
        Complex* sums = means.LocalView.Pointer;
        using StateBuffer<long>? counts = where is null ? null : Counts.Along(where with { Order = input.Order }, axes);
        for (long i = 0; i < axes.LocalCells; i++) sums[i] = Quotient(sums[i], counts is null ? axes.Count : counts.Pointer[i]);
        return means;
    }

    // NumPy divides by a complex count: an infinite part makes the other one NaN.
    private static Complex Quotient(Complex sum, double count) => new((sum.Real + (sum.Imaginary * 0)) / count, (sum.Imaginary - (sum.Real * 0)) / count);
}
