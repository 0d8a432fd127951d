using System.Globalization;
using System.Numerics;

namespace DistArray;

/// <summary>Elements of one array as text of equal width.</summary>
internal static class ElementFormat
{
    public static string[] Format<T>(T[] values, bool scalar, int precision) where T : unmanaged => values switch
    {
        float[] single => Reals([.. single.Select(value => (double)value)], single: true, precision),
        double[] real => Reals(real, single: false, precision),
        Complex64[] complex => Complexes([.. complex.Select(value => (Complex)value)], single: true, precision),
        Complex[] complex => Complexes(complex, single: false, precision),
        bool[] flags => Array.ConvertAll(flags, value => Flag(value, scalar)),
        Logical32[] flags => Array.ConvertAll(flags, value => Flag(value, scalar)),
        Logical64[] flags => Array.ConvertAll(flags, value => Flag(value, scalar)),
        _ => Integers(values),
    };

    private static string Flag(bool value, bool scalar) => value ? scalar ? "True" : " True" : "False";

    private static string[] Integers<T>(T[] values) where T : unmanaged
    {
        string[] texts = Array.ConvertAll(values, value => Convert.ToString(value, CultureInfo.InvariantCulture)!);
        int width = texts.Length == 0 ? 0 : texts.Max(text => text.Length);
        return Array.ConvertAll(texts, text => text.PadLeft(width));
    }

    private static string[] Reals(double[] values, bool single, int precision)
    {
        var format = new FloatFormat(values, single, precision, plus: false);
        return Array.ConvertAll(values, format.Format);
    }

    private static string[] Complexes(Complex[] values, bool single, int precision)
    {
        var real = new FloatFormat(Array.ConvertAll(values, value => value.Real), single, precision, plus: false);
        var imaginary = new FloatFormat(Array.ConvertAll(values, value => value.Imaginary), single, precision, plus: true);
        return Array.ConvertAll(values, value =>
        {
            string text = imaginary.Format(value.Imaginary);
            return real.Format(value.Real) + text.TrimEnd() + "j" + new string(' ', text.Length - text.TrimEnd().Length);
        });
    }
}
