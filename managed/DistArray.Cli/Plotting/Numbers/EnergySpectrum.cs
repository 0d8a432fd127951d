using System.Numerics;

namespace DistArray.Cli.Plotting.Numbers;

/// <summary>The energy of a periodic field by shells of wavenumbers.</summary>
/// <remarks>With û_k = Σ u exp(-ikx) / N, shell s holds Σ |û_k|² over all k with s - ½ ≤ |k| / Width &lt; s + ½. All shells, the mean's (0) and the corners' among
/// them, add up to the mean square of the field; Density is a shell's part divided by Width, so that its integral over k is the mean square too.</remarks>
internal sealed class EnergySpectrum
{
    private EnergySpectrum(double width, double[] shells, double meanSquare)
    {
        Width = width;
        Shells = shells;
        MeanSquare = meanSquare;
    }

    /// <summary>Width of a shell: 2π over the longest side.</summary>
    public double Width { get; }

    /// <summary>Σ |û_k|² of shell 0, 1, 2 and so on.</summary>
    public double[] Shells { get; }

    /// <summary>Mean of |u|² over the points, summed in physical space.</summary>
    public double MeanSquare { get; }

    /// <summary>Sum over the shells: by Parseval's theorem the mean square.</summary>
    public double Sum => Shells.Sum();

    /// <summary>Energy per unit wavenumber in a shell.</summary>
    public double Density(int shell) => Shells[shell] / Width;

    /// <summary>Computes the spectrum.</summary>
    /// <param name="values">The field, the last axis fastest; overwritten.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="lengths">Length of its period along each axis.</param>
    public static EnergySpectrum Of(Complex[] values, int[] shape, double[] lengths)
    {
        double meanSquare = 0;
        foreach (Complex value in values) meanSquare += SquareOf(value);
        meanSquare /= values.Length;
        FieldTransform.Run(values, shape);

        double longest = lengths.Max();
        double[] units = [.. lengths.Select(length => longest / length)];
        double[][] squares = [.. shape.Select((count, axis) => Squares(count, units[axis]))];
        var shells = new double[ShellOf(squares.Sum(axis => axis.Max())) + 1];
        double norm = 1 / ((double)values.Length * values.Length);
        int[] index = new int[shape.Length];
        foreach (Complex value in values)
        {
            double square = 0;
            for (int axis = 0; axis < index.Length; axis++) square += squares[axis][index[axis]];
            shells[ShellOf(square)] += SquareOf(value) * norm;
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) index[axis] = 0;
        }
        return new EnergySpectrum(2 * Math.PI / longest, shells, meanSquare);
    }

    private static int ShellOf(double square) => (int)Math.Floor(Math.Sqrt(square) + 0.5);

    private static double[] Squares(int count, double unit)
    {
        var squares = new double[count];
        for (int i = 0; i < count; i++) squares[i] = Math.Pow((i <= count / 2 ? i : i - count) * unit, 2);
        return squares;
    }

    private static double SquareOf(Complex value) => (value.Real * value.Real) + (value.Imaginary * value.Imaginary);
}
