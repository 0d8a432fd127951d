using System.Text;

namespace DistArray.Core.Tests.Kernels;

/// <summary>Writes which type each function gives for each type, beside NumPy 2's.</summary>
internal static class TypeTable
{
    private static readonly string[] s_codes = ["?", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8", "c8", "c16", "L4", "L8"];

    public static string Text(NumPyServer numPy)
    {
        var text = new StringBuilder("""
            # Types of results

            What an elementwise function gives for elements of each type, beside NumPy 2. A test makes this page from the kernels and from NumPy
            (1.24 with NumPy 2's promotion, and NumPy 2's rules where they changed since), and fails when the page is out of date.

            Operands have one element type: C# has no promotion, a mixed pair does not compile, and `AsType<T>()` converts within the fused expression.
            A scalar takes the array's type, as in NumPy 2.

            | cell | meaning |
            |---|---|
            | `f8` | the result's type, as NumPy's |
            | – | refused, as by NumPy |
            | –`f8` | refused, where NumPy gives float64: convert by `AsType<double>()` (or what type you want) first |
            | `f8`≠`f4` | another type than NumPy's |

            `?` bool, `i` and `u` signed and unsigned integers, `f` real, `c` complex, each with its bytes; `L4` and `L8` are Fortran's logicals, which NumPy has not.


            """);
        text.Append($"| function | {string.Join(" | ", s_codes)} |\n|---|{string.Concat(s_codes.Select(_ => "---|"))}\n");
        foreach (Ufunc ufunc in (Ufunc[])[.. NumPyExpression.Unary, .. NumPyExpression.Binary, Ufunc.Ldexp, Ufunc.Clip, Ufunc.Where])
            text.Append($"| {ufunc} | {string.Join(" | ", ElementTypes.All.Select(type => Cell(numPy, ufunc, type)))} |\n");
        return text.Append("""

            - NumPy has 16-bit reals, and gives them for functions like `sqrt` of 8-bit integers and booleans; we have none. Integers and booleans are
              refused there, of any width, instead of choosing another type.
            - `Divide` of integers and booleans is `Np.TrueDivide`; `Np.Divide` and `/` refuse them. `FloatPower` always gives `f8` or `c16`.
            - `Modf` and `Frexp` give two arrays; they stand here as `ModfFraction`, `ModfWhole`, `FrexpMantissa` and `FrexpExponent`. `Ldexp` is shown with
              exponents `i4`; `i8` are possible, too.
            - Booleans in arithmetic: NumPy gives `i1` for some functions of two booleans; these are refused.
            - An integer divided by 0 is 0 in `FloorDivide`, `Remainder` and `Fmod`, as in NumPy, which warns. The smallest integer by -1 wraps around.
            - Negative exponents of integers are refused: a scalar when `Power` is called, an element of an array when the result is computed, on the rank
              that has it.
            - `Round` keeps every type; booleans and logicals are refused.
            - Conversions (`AsType`) exist between all types. They cut real numbers off, wrap integers around, and drop imaginary parts. What is out of an
              integer's range, or NaN, becomes what the processor makes of it, as in NumPy, which warns; beyond `u4` NumPy's own result differs from place to place.

            """).ToString();
    }

    private static string Cell(NumPyServer numPy, Ufunc ufunc, ElementType type)
    {
        string? ours = Ours(ufunc, type) is { } kernel ? Code(kernel.Result) : null;
        if (type >= ElementType.Logical32) return ours is null ? "–" : $"`{ours}`";
        string? theirs = NumPys(numPy, ufunc, type);
        if (ours == theirs) return ours is null ? "–" : $"`{ours}`";
        return ours is null ? $"–`{theirs}`" : $"`{ours}`≠`{theirs ?? "none"}`";
    }

    private static ElementKernel? Ours(Ufunc ufunc, ElementType type)
    {
        if (ufunc == Ufunc.Where) return KernelCases.Try(ufunc, ElementType.Boolean, type, type);
        if (ufunc == Ufunc.Clip) return KernelCases.Try(ufunc, type, type, type);
        if (ufunc == Ufunc.Ldexp) return KernelCases.Try(ufunc, type, ElementType.Int32);
        return NumPyExpression.Binary.Contains(ufunc) ? KernelCases.Try(ufunc, type, type) : KernelCases.Try(ufunc, type);
    }

    private static string? NumPys(NumPyServer numPy, Ufunc ufunc, ElementType type)
    {
        var zero = new NumPyValue(ElementTypes.NameOf(type), new byte[ElementTypes.SizeOf(type)]);
        NumPyValue[] operands = ufunc switch
        {
            Ufunc.Where => [new("bool", [1]), zero, zero],
            Ufunc.Ldexp => [zero, new("int32", new byte[4])],
            _ => [zero, zero, zero],
        };
        string dtype = numPy.Evaluate(NumPyExpression.Of(ufunc, type), operands).Dtype;
        return dtype switch
        {
            "TypeError" or "UFuncTypeError" or "_UFuncNoLoopError" or "_UFuncInputCastingError" or "UFuncNoLoopError" => null,
            "bool" => "?",
            "float16" => "f2",
            _ => Code(ElementTypes.All.First(element => ElementTypes.NameOf(element) == dtype)),
        };
    }

    private static string Code(ElementType type) => s_codes[(int)type - 1];
}
