using System.Numerics;

namespace DistArray;

/// <summary>Functions of complex numbers in double, as numpy/core/src/umath has them.</summary>
internal static class ComplexMath
{
    private static readonly Complex s_nan = new(double.NaN, double.NaN);

    public static double Absolute(Complex x) => CMath.Hypot(x.Real, x.Imaginary);

    public static double Real(Complex x) => x.Real;

    public static double Imag(Complex x) => x.Imaginary;

    public static double Angle(Complex x) => Math.Atan2(x.Imaginary, x.Real);

    public static Complex Multiply(Complex x, Complex y) =>
        new((x.Real * y.Real) - (x.Imaginary * y.Imaginary), (x.Real * y.Imaginary) + (x.Imaginary * y.Real));

    /// <summary>Smith's quotient; by 0 it is infinities and NaN.</summary>
    public static Complex Divide(Complex x, Complex y)
    {
        double real = Math.Abs(y.Real), imaginary = Math.Abs(y.Imaginary);
        if (real >= imaginary)
        {
            if (real == 0 && imaginary == 0) return new(x.Real / real, x.Imaginary / real);
            double ratio = y.Imaginary / y.Real, scale = 1 / (y.Real + (y.Imaginary * ratio));
            return new((x.Real + (x.Imaginary * ratio)) * scale, (x.Imaginary - (x.Real * ratio)) * scale);
        }
        else
        {
            double ratio = y.Real / y.Imaginary, scale = 1 / (y.Imaginary + (y.Real * ratio));
            return new(((x.Real * ratio) + x.Imaginary) * scale, ((x.Imaginary * ratio) - x.Real) * scale);
        }
    }

    public static Complex Reciprocal(Complex x)
    {
        if (Math.Abs(x.Imaginary) <= Math.Abs(x.Real))
        {
            double ratio = x.Imaginary / x.Real, divisor = x.Real + (x.Imaginary * ratio);
            return new(1 / divisor, -ratio / divisor);
        }
        else
        {
            double ratio = x.Real / x.Imaginary, divisor = (x.Real * ratio) + x.Imaginary;
            return new(ratio / divisor, -1 / divisor);
        }
    }

    /// <summary>x / |x|, as NumPy 2 has it.</summary>
    public static Complex Sign(Complex x)
    {
        double size = Absolute(x);
        if (double.IsNaN(size)) return s_nan;
        if (size == 0) return Complex.Zero;
        if (!double.IsInfinity(size)) return new(x.Real / size, x.Imaginary / size);
        bool real = double.IsInfinity(x.Real), imaginary = double.IsInfinity(x.Imaginary);
        if (real && imaginary) return s_nan;
        return real ? new(Math.CopySign(1, x.Real), 0) : new(0, Math.CopySign(1, x.Imaginary));
    }

    public static Complex Exp2(Complex x) => CMath.Exp(new(x.Real * Math.Log(2), x.Imaginary * Math.Log(2)));

    public static Complex Expm1(Complex x)
    {
        double half = Math.Sin(x.Imaginary / 2);
        return new((CMath.Expm1(x.Real) * Math.Cos(x.Imaginary)) - (2 * half * half), Math.Exp(x.Real) * Math.Sin(x.Imaginary));
    }

    public static Complex Log2(Complex x) => Scale(CMath.Log(x), 1 / Math.Log(2));

    public static Complex Log10(Complex x) => Scale(CMath.Log(x), 1 / Math.Log(10));

    public static Complex Log1p(Complex x) => new(Math.Log(CMath.Hypot(x.Real + 1, x.Imaginary)), Math.Atan2(x.Imaginary, x.Real + 1));

    public static Complex Sinc(Complex x)
    {
        Complex scaled = Scale(x == Complex.Zero ? 1e-20 : x, Math.PI);
        return Divide(CMath.Sin(scaled), scaled);
    }

    /// <summary>By repeated squaring for small whole exponents.</summary>
    public static Complex Power(Complex x, Complex y)
    {
        if (y == Complex.Zero) return Complex.One;
        if (x == Complex.Zero) return y.Real > 0 && y.Imaginary == 0 ? Complex.Zero : s_nan;
        if (y.Imaginary != 0 || Math.Truncate(y.Real) != y.Real || Math.Abs(y.Real) >= 100) return CMath.Pow(x, y);
        int exponent = (int)Math.Abs(y.Real);
        if (y.Real == 1) return x;
        if (y.Real == 2) return Multiply(x, x);
        if (y.Real == 3) return Multiply(x, Multiply(x, x));
        Complex result = Complex.One, power = x;
        while (true)
        {
            if ((exponent & 1) != 0) result = Multiply(result, power);
            exponent >>= 1;
            if (exponent == 0) break;
            power = Multiply(power, power);
        }
        return y.Real < 0 ? Divide(Complex.One, result) : result;
    }

    public static Complex NanToNum32(Complex x) => new(FloatMath<float>.NanToNum((float)x.Real), FloatMath<float>.NanToNum((float)x.Imaginary));

    public static Complex NanToNum64(Complex x) => new(FloatMath<double>.NanToNum(x.Real), FloatMath<double>.NanToNum(x.Imaginary));

    private static Complex Scale(Complex x, double factor) => new(x.Real * factor, x.Imaginary * factor);
}
