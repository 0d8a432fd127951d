using System.Globalization;

namespace DistArray.IO;

/// <summary>Numbers of text tables.</summary>
internal static class TableNumber
{
    /// <summary>The shortest text that reads back as the same number; NaN and Infinity as Fortran and NumPy read them.</summary>
    public static string ToText(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Reads a number, also as Fortran writes it: <c>1.0D+05</c>, and <c>1.0-105</c> where the exponent left no room for its letter.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
            return true;
        ReadOnlySpan<char> unsigned = text.TrimStart("+-");
        if (text.Length - unsigned.Length <= 1 && unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase))
        {
            value = text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            return true;
        }
        int letter = text.IndexOfAny('d', 'D'), sign = text.LastIndexOfAny('+', '-');
        if (letter > 0)
            return double.TryParse($"{text[..letter]}E{text[(letter + 1)..]}", NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        // Three digits of an exponent after a mantissa with a point: anything else, such as 2024-05, is no number.
        return sign > 0 && text.Length - sign == 4 && text[..sign].Contains('.') && char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[sign - 1]) || text[sign - 1] == '.')
            && double.TryParse($"{text[..sign]}E{text[sign..]}", NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
