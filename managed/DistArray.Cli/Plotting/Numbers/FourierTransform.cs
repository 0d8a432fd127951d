using System.Numerics;

namespace DistArray.Cli.Plotting.Numbers;

/// <summary>Discrete Fourier transforms of one length: X_k = Σ x_j exp(-2πi jk/n), not normalised, as numpy.fft.fft.</summary>
/// <remarks>Stockham's algorithm with a stage for each factor of the length: n Σ factors operations, so that long prime lengths are slow.</remarks>
internal sealed class FourierTransform
{
    private readonly int[] _factors;
    private readonly Complex[] _roots;

    public FourierTransform(int length)
    {
        Length = length;
        _factors = Factors(length);
        _roots = new Complex[length];
        for (int k = 0; k < length; k++)
        {
            (double sin, double cos) = Math.SinCos(-2 * Math.PI * k / length);
            _roots[k] = new Complex(cos, sin);
        }
    }

    public int Length { get; }

    /// <summary>Transforms in place.</summary>
    /// <param name="values">Length numbers.</param>
    /// <param name="scratch">As many, of no meaning before and after.</param>
    public void Run(Complex[] values, Complex[] scratch)
    {
        (Complex[] from, Complex[] to) = (values, scratch);
        int length = Length, stride = 1;
        foreach (int factor in _factors)
        {
            if (factor == 2) Halve(from, to, length / 2, stride);
            else Divide(from, to, factor, length / factor, stride);
            length /= factor;
            stride *= factor;
            (from, to) = (to, from);
        }
        if (from != values) from.AsSpan(0, Length).CopyTo(values);
    }

    private static int[] Factors(int length)
    {
        var factors = new List<int>();
        for (int factor = 2; length > 1; factor++)
            for (; length % factor == 0; length /= factor) factors.Add(factor);
        return [.. factors];
    }

    private void Halve(Complex[] from, Complex[] to, int half, int stride)
    {
        for (int k = 0; k < half; k++)
        {
            Complex root = _roots[k * stride];
            int low = k * stride, high = (k + half) * stride, target = 2 * k * stride;
            for (int q = 0; q < stride; q++)
            {
                Complex a = from[low + q], b = from[high + q];
                to[target + q] = a + b;
                to[target + stride + q] = (a - b) * root;
            }
        }
    }

    private void Divide(Complex[] from, Complex[] to, int factor, int parts, int stride)
    {
        int turn = Length / factor;
        for (int k = 0; k < parts; k++)
        {
            for (int j = 0; j < factor; j++)
            {
                Complex root = _roots[(int)((long)k * j * stride % Length)];
                int target = ((factor * k) + j) * stride;
                for (int q = 0; q < stride; q++)
                {
                    Complex sum = default;
                    for (int r = 0, power = 0; r < factor; r++, power = (power + j) % factor) sum += from[((k + (parts * r)) * stride) + q] * _roots[power * turn];
                    to[target + q] = sum * root;
                }
            }
        }
    }
}
