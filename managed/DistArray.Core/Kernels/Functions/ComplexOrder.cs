using System.Numerics;

namespace DistArray;

/// <summary>NumPy's order of complex numbers, by real part and then by imaginary part, and what follows from it; conditions on complex numbers.</summary>
internal static class ComplexOrder
{
    public static bool Greater(Complex x, Complex y) => (x.Real > y.Real && !ImaginaryNaN(x, y)) || (x.Real == y.Real && x.Imaginary > y.Imaginary);

    public static bool GreaterEqual(Complex x, Complex y) => (x.Real > y.Real && !ImaginaryNaN(x, y)) || (x.Real == y.Real && x.Imaginary >= y.Imaginary);

    public static bool Less(Complex x, Complex y) => Greater(y, x);

    public static bool LessEqual(Complex x, Complex y) => GreaterEqual(y, x);

    public static bool Equal(Complex x, Complex y) => x.Real == y.Real && x.Imaginary == y.Imaginary;

    public static bool NotEqual(Complex x, Complex y) => !Equal(x, y);

    public static Complex Maximum(Complex x, Complex y) => IsNaN(x) || GreaterEqual(x, y) ? x : y;

    public static Complex Minimum(Complex x, Complex y) => IsNaN(x) || LessEqual(x, y) ? x : y;

    public static Complex FMax(Complex x, Complex y) => IsNaN(y) || GreaterEqual(x, y) ? x : y;

    public static Complex FMin(Complex x, Complex y) => IsNaN(y) || LessEqual(x, y) ? x : y;

    /// <summary>NaN is looked for in the element alone; limits compare part by part, as in NumPy.</summary>
    public static Complex Clip(Complex x, Complex low, Complex high)
    {
        Complex above = IsNaN(x) || Above(x, low) ? x : low;
        return IsNaN(above) || Above(high, above) ? above : high;
    }

    public static bool IsNaN(Complex x) => double.IsNaN(x.Real) || double.IsNaN(x.Imaginary);

    public static bool IsInf(Complex x) => double.IsInfinity(x.Real) || double.IsInfinity(x.Imaginary);

    public static bool IsFinite(Complex x) => double.IsFinite(x.Real) && double.IsFinite(x.Imaginary);

    public static bool True(Complex x) => x.Real != 0 || x.Imaginary != 0;

    public static bool Not(Complex x) => !True(x);

    public static bool And(Complex x, Complex y) => True(x) && True(y);

    public static bool Or(Complex x, Complex y) => True(x) || True(y);

    public static bool Xor(Complex x, Complex y) => True(x) != True(y);

    private static bool Above(Complex x, Complex y) => x.Real == y.Real ? x.Imaginary > y.Imaginary : x.Real > y.Real;

    private static bool ImaginaryNaN(Complex x, Complex y) => double.IsNaN(x.Imaginary) || double.IsNaN(y.Imaginary);
}
