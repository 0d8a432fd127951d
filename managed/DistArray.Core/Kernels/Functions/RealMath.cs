namespace DistArray;

/// <summary>NumPy's functions of real numbers that no library has, in double; see numpy/core/src/npymath.</summary>
internal static class RealMath
{
    private const double Ln2 = 0.693147180559945309417232121458176568;
    private const double Log2E = 1.442695040888963407359924681001892137;

    public static double LogAddExp(double x, double y)
    {
        if (x == y) return x + Ln2;
        double difference = x - y;
        if (difference > 0) return x + CMath.Log1p(Math.Exp(-difference));
        return difference <= 0 ? y + CMath.Log1p(Math.Exp(difference)) : difference;
    }

    public static double LogAddExp2(double x, double y)
    {
        if (x == y) return x + 1;
        double difference = x - y;
        if (difference > 0) return x + (Log2E * CMath.Log1p(CMath.Exp2(-difference)));
        return difference <= 0 ? y + (Log2E * CMath.Log1p(CMath.Exp2(difference))) : difference;
    }

    public static double Sinc(double x)
    {
        double scaled = Math.PI * (x == 0 ? 1e-20 : x);
        return Math.Sin(scaled) / scaled;
    }

    /// <summary>Angle of a real number: 0 or pi.</summary>
    public static double Angle(double x) => Math.Atan2(0, x);

    public static double ScaleB(double x, long exponent) => Math.ScaleB(x, (int)Math.Clamp(exponent, -10_000, 10_000));

    public static double ModfFraction(double x) =>
        double.IsInfinity(x) ? Math.CopySign(0, x) : Math.CopySign(x - Math.Truncate(x), x);

    public static double FrexpMantissa(double x) =>
        x == 0 || !double.IsFinite(x) ? x : Math.ScaleB(x, -FrexpExponent(x));

    public static int FrexpExponent(double x) => x == 0 || !double.IsFinite(x) ? 0 : Math.ILogB(x) + 1;
}
