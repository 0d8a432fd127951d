using System.Globalization;

namespace DistArray;

/// <summary>How NumPy writes real numbers of one array: all with the same width, in as few digits as tell them apart, at most the precision.</summary>
/// <remarks>numpy.core.arrayprint.FloatingFormat with floatmode 'maxprec'.</remarks>
internal sealed class FloatFormat
{
    private readonly bool _single;
    private readonly bool _plus;
    private readonly bool _scientific;
    private readonly int _precision;
    private readonly int _left;
    private readonly int _right;
    private readonly int _exponent;

    /// <summary>Finds widths for values; single says that they are float32, plus that positive ones get a sign.</summary>
    public FloatFormat(IReadOnlyList<double> values, bool single, int precision, bool plus)
    {
        _single = single;
        _plus = plus;
        _precision = precision;
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length > 0)
        {
            _scientific = NeedsExponent([.. finite.Where(value => value != 0).Select(Math.Abs)]);
            (string Integer, string Fraction, string Exponent)[] parts = [.. finite.Select(value => Split(_scientific ? Scientific(value) : Positional(value)))];
            _left = parts.Max(part => part.Integer.Length);
            _right = parts.Max(part => part.Fraction.Length);
            if (_scientific)
            {
                _precision = _right;
                _exponent = parts.Max(part => part.Exponent.Length) - 1;
                _right += _exponent + 2;
            }
        }
        if (finite.Length == values.Count) return;
        bool signed = plus || values.Any(double.IsNegativeInfinity);
        _left = Math.Max(_left, Math.Max(3 - (_right + 1), 3 + (signed ? 1 : 0) - (_right + 1)));
    }

    public string Format(double value)
    {
        if (!double.IsFinite(value))
        {
            string name = double.IsNaN(value) ? (_plus ? "+nan" : "nan") : value < 0 ? "-inf" : _plus ? "+inf" : "inf";
            return name.PadLeft(_left + _right + 1);
        }
        var (integer, fraction, exponent) = Split(_scientific ? Scientific(value, fill: true) : Positional(value));
        if (!_scientific) return $"{integer.PadLeft(_left)}.{fraction.PadRight(_right)}";
        return $"{integer.PadLeft(_left)}.{fraction.PadRight(_precision, '0')}e{exponent[0]}{exponent[1..].PadLeft(_exponent, '0')}";
    }

    private static bool NeedsExponent(double[] magnitudes)
    {
        if (magnitudes.Length == 0) return false;
        double largest = magnitudes.Max(), smallest = magnitudes.Min();
        return largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000;
    }

    private static (string Integer, string Fraction, string Exponent) Split(string text)
    {
        int e = text.IndexOf('e');
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.');
        return (mantissa[..point], mantissa[(point + 1)..].TrimEnd('0'), e < 0 ? "" : text[(e + 1)..]);
    }

    // The shortest digits that read back as the number where the precision allows them, else the number rounded.
    private string Positional(double value)
    {
        var (digits, exponent) = Shortest(value);
        if (digits.Length - 1 - exponent > _precision) return Sign(value) + WithPoint(Text(Math.Abs(value), "F" + _precision));
        if (exponent < 0) return $"{Sign(value)}0.{new string('0', -exponent - 1)}{digits}";
        string padded = digits.PadRight(exponent + 1, '0');
        return $"{Sign(value)}{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }

    // To fill a width, digits beyond the shortest ones are those of the exact value.
    private string Scientific(double value, bool fill = false)
    {
        var (digits, exponent) = Shortest(value);
        if (digits.Length - 1 > _precision || (fill && digits.Length - 1 < _precision))
        {
            string rounded = Text(Math.Abs(value), "E" + _precision);
            int e = rounded.IndexOf('E');
            (digits, exponent) = (rounded[..e].Replace(".", ""), int.Parse(rounded[(e + 1)..], CultureInfo.InvariantCulture));
        }
        return $"{Sign(value)}{digits[0]}.{digits[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    private (string Digits, int Exponent) Shortest(double value)
    {
        if (value == 0) return ("0", 0);
        string text = Text(Math.Abs(value), "R");
        int e = text.IndexOf('E');
        int exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.');
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        string digits = mantissa.Replace(".", "");
        int zeros = digits.Length - digits.TrimStart('0').Length;
        digits = digits[zeros..].TrimEnd('0');
        return (digits, exponent - zeros);
    }

    private string Text(double value, string format) =>
        _single ? ((float)value).ToString(format, CultureInfo.InvariantCulture) : value.ToString(format, CultureInfo.InvariantCulture);

    private string Sign(double value) => double.IsNegative(value) ? "-" : _plus ? "+" : "";

    private static string WithPoint(string text) => text.Contains('.') ? text : text + ".";
}
