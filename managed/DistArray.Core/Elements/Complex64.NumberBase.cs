using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace DistArray;

// What generic code asks of a number beyond arithmetic. Text and conversions go by way of System.Numerics.Complex.
public readonly partial struct Complex64
{
    static int INumberBase<Complex64>.Radix => 2;
    static Complex64 IAdditiveIdentity<Complex64, Complex64>.AdditiveIdentity => Zero;
    static Complex64 IMultiplicativeIdentity<Complex64, Complex64>.MultiplicativeIdentity => One;

    static Complex64 INumberBase<Complex64>.Abs(Complex64 value) => value.Magnitude;
    static bool INumberBase<Complex64>.IsCanonical(Complex64 value) => true;
    static bool INumberBase<Complex64>.IsComplexNumber(Complex64 value) => value.Real != 0 && value.Imaginary != 0;
    static bool INumberBase<Complex64>.IsEvenInteger(Complex64 value) => value.Imaginary == 0 && float.IsEvenInteger(value.Real);
    static bool INumberBase<Complex64>.IsFinite(Complex64 value) => float.IsFinite(value.Real) && float.IsFinite(value.Imaginary);
    static bool INumberBase<Complex64>.IsImaginaryNumber(Complex64 value) => value.Real == 0 && float.IsRealNumber(value.Imaginary);
    static bool INumberBase<Complex64>.IsInfinity(Complex64 value) => float.IsInfinity(value.Real) || float.IsInfinity(value.Imaginary);
    static bool INumberBase<Complex64>.IsInteger(Complex64 value) => value.Imaginary == 0 && float.IsInteger(value.Real);
    static bool INumberBase<Complex64>.IsNaN(Complex64 value) => float.IsNaN(value.Real) || float.IsNaN(value.Imaginary);
    static bool INumberBase<Complex64>.IsNegative(Complex64 value) => value.Imaginary == 0 && float.IsNegative(value.Real);
    static bool INumberBase<Complex64>.IsNegativeInfinity(Complex64 value) => value.Imaginary == 0 && float.IsNegativeInfinity(value.Real);
    static bool INumberBase<Complex64>.IsNormal(Complex64 value) =>
        float.IsNormal(value.Real) && (value.Imaginary == 0 || float.IsNormal(value.Imaginary));
    static bool INumberBase<Complex64>.IsOddInteger(Complex64 value) => value.Imaginary == 0 && float.IsOddInteger(value.Real);
    static bool INumberBase<Complex64>.IsPositive(Complex64 value) => value.Imaginary == 0 && float.IsPositive(value.Real);
    static bool INumberBase<Complex64>.IsPositiveInfinity(Complex64 value) => value.Imaginary == 0 && float.IsPositiveInfinity(value.Real);
    static bool INumberBase<Complex64>.IsRealNumber(Complex64 value) => value.Imaginary == 0 && float.IsRealNumber(value.Real);
    static bool INumberBase<Complex64>.IsSubnormal(Complex64 value) => float.IsSubnormal(value.Real) || float.IsSubnormal(value.Imaginary);
    static bool INumberBase<Complex64>.IsZero(Complex64 value) => value == Zero;

    static Complex64 INumberBase<Complex64>.MaxMagnitude(Complex64 x, Complex64 y) => (Complex64)Complex.MaxMagnitude(x, y);
    static Complex64 INumberBase<Complex64>.MinMagnitude(Complex64 x, Complex64 y) => (Complex64)Complex.MinMagnitude(x, y);
    static Complex64 INumberBase<Complex64>.MaxMagnitudeNumber(Complex64 x, Complex64 y) => WithNumber<Complex>(x, y, max: true);
    static Complex64 INumberBase<Complex64>.MinMagnitudeNumber(Complex64 x, Complex64 y) => WithNumber<Complex>(x, y, max: false);

    static Complex64 INumberBase<Complex64>.Parse(string s, NumberStyles style, IFormatProvider? provider) => (Complex64)Complex.Parse(s, style, provider);
    static Complex64 INumberBase<Complex64>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) => (Complex64)Complex.Parse(s, style, provider);
    static Complex64 IParsable<Complex64>.Parse(string s, IFormatProvider? provider) => (Complex64)Complex.Parse(s, provider);
    static Complex64 ISpanParsable<Complex64>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (Complex64)Complex.Parse(s, provider);

    static bool INumberBase<Complex64>.TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Complex64 result) =>
        Narrow(Complex.TryParse(s, style, provider, out Complex wide), wide, out result);

    static bool INumberBase<Complex64>.TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Complex64 result) =>
        Narrow(Complex.TryParse(s, style, provider, out Complex wide), wide, out result);

    static bool IParsable<Complex64>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Complex64 result) =>
        Narrow(Complex.TryParse(s, provider, out Complex wide), wide, out result);

    static bool ISpanParsable<Complex64>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Complex64 result) =>
        Narrow(Complex.TryParse(s, provider, out Complex wide), wide, out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    static bool INumberBase<Complex64>.TryConvertFromChecked<TOther>(TOther value, out Complex64 result) =>
        Narrow(TryWiden(value, out Complex wide), wide, out result);

    static bool INumberBase<Complex64>.TryConvertFromSaturating<TOther>(TOther value, out Complex64 result) =>
        Narrow(TryWiden(value, out Complex wide), wide, out result);

    static bool INumberBase<Complex64>.TryConvertFromTruncating<TOther>(TOther value, out Complex64 result) =>
        Narrow(TryWiden(value, out Complex wide), wide, out result);

    static bool INumberBase<Complex64>.TryConvertToChecked<TOther>(Complex64 value, [MaybeNullWhen(false)] out TOther result) =>
        Create(TOther.CreateChecked((Complex)value), out result);

    static bool INumberBase<Complex64>.TryConvertToSaturating<TOther>(Complex64 value, [MaybeNullWhen(false)] out TOther result) =>
        Create(TOther.CreateSaturating((Complex)value), out result);

    static bool INumberBase<Complex64>.TryConvertToTruncating<TOther>(Complex64 value, [MaybeNullWhen(false)] out TOther result) =>
        Create(TOther.CreateTruncating((Complex)value), out result);

    // TComplex lets us reach the static members that Complex implements explicitly.
    private static Complex64 WithNumber<TComplex>(Complex64 x, Complex64 y, bool max) where TComplex : INumberBase<TComplex>
    {
        TComplex wideX = TComplex.CreateTruncating((Complex)x), wideY = TComplex.CreateTruncating((Complex)y);
        TComplex chosen = max ? TComplex.MaxMagnitudeNumber(wideX, wideY) : TComplex.MinMagnitudeNumber(wideX, wideY);
        return chosen.Equals(wideX) ? x : y;
    }

    private static bool TryWiden<TOther>(TOther value, out Complex wide) where TOther : INumberBase<TOther>
    {
        wide = Complex.Zero;
        if (typeof(TOther) == typeof(Complex64)) return false;
        wide = CreateWide<Complex, TOther>(value);
        return true;
    }

    private static TComplex CreateWide<TComplex, TOther>(TOther value) where TComplex : INumberBase<TComplex> where TOther : INumberBase<TOther> =>
        TComplex.CreateChecked(value);

    private static bool Narrow(bool success, Complex wide, out Complex64 result)
    {
        result = (Complex64)wide;
        return success;
    }

    private static bool Create<TOther>(TOther value, out TOther result)
    {
        result = value;
        return true;
    }
}
