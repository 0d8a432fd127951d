using System.Text;

namespace DistArray.Core.Tests.Kernels;

/// <summary>Writes how far functions are from NumPy's.</summary>
internal static class AccuracyTable
{
    public const int Values = 262_144;

    private static readonly ElementType[] s_types = [ElementType.Float32, ElementType.Float64, ElementType.Complex64, ElementType.Complex128];

    public static IEnumerable<ElementKernel> Kernels()
    {
        foreach (Ufunc ufunc in (Ufunc[])[.. NumPyExpression.Unary, .. NumPyExpression.Binary])
            foreach (ElementType type in s_types)
                if (KernelCases.MayDiffer(ufunc, type) && (NumPyExpression.Binary.Contains(ufunc) ? KernelCases.Try(ufunc, type, type) : KernelCases.Try(ufunc, type)) is { } kernel)
                    yield return kernel;
    }

    public static string Text(NumPyServer numPy)
    {
        var text = new StringBuilder($"""
            # Accuracy of elementwise functions

            The largest difference from NumPy 1.24 seen, in units in the last place (ulp) of the result, on {Values:N0} values of each type: pairs of special ones
            (zeros of both signs, infinities, NaN, subnormal and largest numbers), and random ones of all sizes. NaN, infinities and, of real results, the signs of zeros
            are those of NumPy in all of them. What is not listed has NumPy's bits: arithmetic, comparisons, logic, bits, rounding, square roots of real numbers,
            remainders, conversions (but see types.md for numbers out of range). This page is made by `GuideTests.WritePages`; NumPy's own bits differ between processors (these are of one with AVX-512), so that its numbers
            are a record of one machine. Any is within 4 ulp in the ordinary tests.

            Complex numbers are measured in ulp of the larger part of the result. Functions of `complex64`, and `LogAddExp`, `LogAddExp2` and `Sinc` of `float32`,
            compute in double and round once, which is closer than NumPy; they are compared with NumPy's of the wider type, rounded.

            An element's bits depend on its value alone: not on its neighbours, its place in a row, the partition or the vector width. `Sin`, `Cos` and `Tan` of
            angles up to 100,000, `Exp`, and `Log` of positive normal numbers are vector code of ours; all else is the C library's, an element at a time.

            | function | {string.Join(" | ", s_types.Select(ElementTypes.NameOf))} |
            |---|---|---|---|---|

            """);
        foreach (IGrouping<string, ElementKernel> function in Kernels().GroupBy(kernel => kernel.Name))
            text.Append($"| {function.Key} | {string.Join(" | ", s_types.Select(type => Cell(numPy, function.FirstOrDefault(kernel => kernel.Operands[^1] == type))))} |\n");
        return text.ToString();
    }

    private static string Cell(NumPyServer numPy, ElementKernel? kernel) =>
        kernel is null ? "" : Math.Round(KernelCases.Compare(numPy, kernel, Values).Ulp, 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
