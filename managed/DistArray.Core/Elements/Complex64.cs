using System.Numerics;
using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A complex number of two <see cref="float"/>, real part first: Fortran's <c>complex(4)</c>, C's <c>float _Complex</c>, NumPy's complex64.</summary>
/// <remarks>Products and quotients are computed in double precision and rounded once.</remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly partial struct Complex64 : INumberBase<Complex64>
{
    /// <summary>Makes a number of its parts.</summary>
    /// <param name="real">Real part.</param>
    /// <param name="imaginary">Imaginary part.</param>
    public Complex64(float real, float imaginary)
    {
        Real = real;
        Imaginary = imaginary;
    }

    /// <summary>Real part.</summary>
    public float Real { get; }

    /// <summary>Imaginary part.</summary>
    public float Imaginary { get; }

    /// <summary>Absolute value.</summary>
    public float Magnitude => (float)((Complex)this).Magnitude;

    /// <summary>Argument in radians, in [-pi, pi].</summary>
    public float Phase => (float)((Complex)this).Phase;

    /// <summary>The number 0.</summary>
    public static Complex64 Zero => default;

    /// <summary>The number 1.</summary>
    public static Complex64 One => new(1, 0);

    /// <summary>The imaginary unit.</summary>
    public static Complex64 ImaginaryOne => new(0, 1);

    /// <summary>The number with the opposite imaginary part.</summary>
    /// <param name="value">A number.</param>
    public static Complex64 Conjugate(Complex64 value) => new(value.Real, -value.Imaginary);

    /// <summary>Widens without loss.</summary>
    /// <param name="value">A number.</param>
    public static implicit operator Complex(Complex64 value) => new(value.Real, value.Imaginary);

    /// <summary>Rounds both parts to single precision.</summary>
    /// <param name="value">A number.</param>
    public static explicit operator Complex64(Complex value) => new((float)value.Real, (float)value.Imaginary);

    /// <summary>A real number as a complex one.</summary>
    /// <param name="value">A number.</param>
    public static implicit operator Complex64(float value) => new(value, 0);

    /// <summary>Sum.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">Second term.</param>
    public static Complex64 operator +(Complex64 left, Complex64 right) => new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    /// <summary>Difference.</summary>
    /// <param name="left">First term.</param>
    /// <param name="right">What to take from it.</param>
    public static Complex64 operator -(Complex64 left, Complex64 right) => new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    /// <summary>Product.</summary>
    /// <param name="left">First factor.</param>
    /// <param name="right">Second factor.</param>
    public static Complex64 operator *(Complex64 left, Complex64 right) => (Complex64)((Complex)left * right);

    /// <summary>Quotient.</summary>
    /// <param name="left">Numerator.</param>
    /// <param name="right">Denominator.</param>
    public static Complex64 operator /(Complex64 left, Complex64 right) => (Complex64)((Complex)left / right);

    /// <summary>The same number.</summary>
    /// <param name="value">A number.</param>
    public static Complex64 operator +(Complex64 value) => value;

    /// <summary>The number with the opposite sign.</summary>
    /// <param name="value">A number.</param>
    public static Complex64 operator -(Complex64 value) => new(-value.Real, -value.Imaginary);

    /// <summary>The number plus 1.</summary>
    /// <param name="value">A number.</param>
    public static Complex64 operator ++(Complex64 value) => value + One;

    /// <summary>The number minus 1.</summary>
    /// <param name="value">A number.</param>
    public static Complex64 operator --(Complex64 value) => value - One;

    /// <summary>Whether both parts are equal.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(Complex64 left, Complex64 right) => left.Real == right.Real && left.Imaginary == right.Imaginary;

    /// <summary>Whether a part differs.</summary>
    /// <param name="left">A number.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(Complex64 left, Complex64 right) => !(left == right);

    /// <summary>Whether both parts are equal; NaN equals NaN here, as for <see cref="float"/>.</summary>
    /// <param name="other">Another number.</param>
    public bool Equals(Complex64 other) => Real.Equals(other.Real) && Imaginary.Equals(other.Imaginary);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Complex64 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Real, Imaginary);

    /// <summary>The number as text, as <see cref="Complex"/> writes it.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>The number as text, each part in a format.</summary>
    /// <param name="format">Format of the parts, as of <see cref="float"/>.</param>
    /// <param name="formatProvider">Culture, or null for the current one.</param>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        $"<{Real.ToString(format, formatProvider)}; {Imaginary.ToString(format, formatProvider)}>";
}
