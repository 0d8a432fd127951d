using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Numbers at equal distances from a start to a stop.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Last number, or the one after it where <paramref name="endpoint"/> is false.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <param name="codes">How the axis is distributed: b, c, c(k) or n.</param>
    /// <returns>A new array of one dimension.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="num"/> is negative.</exception>
    /// <remarks>Local. As numpy.linspace, to the bit.</remarks>
    public static DistArray<double> Linspace(ICommunicator communicator, double start, double stop, long num = 50, bool endpoint = true, string codes = "b") =>
        Linspace(new Distribution(communicator, [num], codes), start, stop, endpoint);

    /// <summary>Numbers at equal distances from a start to a stop, as many as a distribution has.</summary>
    /// <param name="distribution">How many, along one axis, and which rank owns which.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Last number, or the one after it where <paramref name="endpoint"/> is false.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <returns>A new array of one dimension; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The distribution has not one dimension.</exception>
    /// <remarks>Local. As numpy.linspace, to the bit.</remarks>
    public static DistArray<double> Linspace(Distribution distribution, double start, double stop, bool endpoint = true) =>
        IndexFill.Make<double, LinearValue>(distribution, new LinearValue(start, stop, Count("Linspace", distribution), endpoint));

    /// <summary>Real numbers of any type at equal distances from a start to a stop, as many as a distribution has.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="distribution">How many, along one axis, and which rank owns which.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Last number, or the one after it where <paramref name="endpoint"/> is false.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <returns>A new array of one dimension; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The distribution has not one dimension.</exception>
    /// <remarks>Local. Computed in float64 and rounded. As numpy.linspace(…, dtype=…), to the bit.</remarks>
    public static DistArray<T> Linspace<T>(Distribution distribution, T start, T stop, bool endpoint = true) where T : unmanaged, IFloatingPointIeee754<T> =>
        IndexFill.Make<T, RoundedValue<T>>(distribution, new RoundedValue<T>(new LinearValue(double.CreateTruncating(start), double.CreateTruncating(stop), Count("Linspace", distribution), endpoint)));

    /// <summary>Complex numbers at equal distances from a start to a stop, as many as a distribution has.</summary>
    /// <param name="distribution">How many, along one axis, and which rank owns which.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Last number, or the one after it where <paramref name="endpoint"/> is false.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <returns>A new array of one dimension; its halo is 0.</returns>
    /// <exception cref="ShapeMismatchException">The distribution has not one dimension.</exception>
    /// <remarks>Local. As numpy.linspace.</remarks>
    public static DistArray<Complex> Linspace(Distribution distribution, Complex start, Complex stop, bool endpoint = true)
    {
        long num = Count("Linspace", distribution);
        return IndexFill.Make<Complex, ComplexValue>(distribution, new ComplexValue(new LinearValue(start.Real, stop.Real, num, endpoint), new LinearValue(start.Imaginary, stop.Imaginary, num, endpoint)));
    }

    /// <summary>Powers of a base whose exponents are at equal distances.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="start">First exponent.</param>
    /// <param name="stop">Last exponent, or the one after it where <paramref name="endpoint"/> is false.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <param name="base">The base.</param>
    /// <param name="codes">How the axis is distributed: b, c, c(k) or n.</param>
    /// <returns>A new array of one dimension.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="num"/> is negative.</exception>
    /// <remarks>Local. As numpy.logspace, but for the last bits of powers.</remarks>
    public static DistArray<double> Logspace(ICommunicator communicator, double start, double stop, long num = 50, bool endpoint = true, double @base = 10, string codes = "b") =>
        IndexFill.Make<double, PowerValue>(new Distribution(communicator, [num], codes), new PowerValue(new LinearValue(start, stop, num, endpoint), @base, 1, double.NaN, double.NaN, num));

    /// <summary>Numbers in equal ratios from a start to a stop.</summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="start">First number, not 0.</param>
    /// <param name="stop">Last number, or the one after it where <paramref name="endpoint"/> is false; of the sign of <paramref name="start"/>.</param>
    /// <param name="num">How many.</param>
    /// <param name="endpoint">Whether the stop is among them.</param>
    /// <param name="codes">How the axis is distributed: b, c, c(k) or n.</param>
    /// <returns>A new array of one dimension; NaN where the signs differ.</returns>
    /// <exception cref="ArgumentException">A number is 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="num"/> is negative.</exception>
    /// <remarks>Local. As numpy.geomspace, but for the last bits of powers; complex numbers are not taken.</remarks>
    public static DistArray<double> Geomspace(ICommunicator communicator, double start, double stop, long num = 50, bool endpoint = true, string codes = "b")
    {
        if (start == 0 || stop == 0) throw new ArgumentException($"Geomspace: from {start} to {stop} there are no equal ratios. Use numbers other than 0.", nameof(start));
        double sign = start < 0 && stop < 0 ? -1 : 1;
        var exponents = new LinearValue(Math.Log10(sign * start), Math.Log10(sign * stop), num, endpoint);
        return IndexFill.Make<double, PowerValue>(new Distribution(communicator, [num], codes), new PowerValue(exponents, 10, sign, start, endpoint ? stop : double.NaN, num));
    }

    private static long Count(string operation, Distribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        IndexFill.Check(operation, distribution, distribution.NDim > 0 ? distribution.Shape[0] : 0);
        return distribution.Shape[0];
    }

    private readonly struct LinearValue(double start, double stop, long num, bool endpoint) : IIndexValue<double>
    {
        private readonly double _delta = stop - start;
        private readonly double _divisor = endpoint ? num - 1 : num;
        private readonly double _step = (stop - start) / (endpoint ? num - 1 : num);

        public double At(long index)
        {
            if (endpoint && num > 1 && index == num - 1) return stop;
            if (_divisor <= 0) return (index * _delta) + start;
            return (_step == 0 ? index / _divisor * _delta : index * _step) + start; // a step that is too small for a number
        }
    }

    private readonly struct RoundedValue<T>(LinearValue value) : IIndexValue<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public T At(long index) => T.CreateTruncating(value.At(index));
    }

    private readonly struct ComplexValue(LinearValue real, LinearValue imaginary) : IIndexValue<Complex>
    {
        public Complex At(long index) => new(real.At(index), imaginary.At(index));
    }

    private readonly struct PowerValue(LinearValue exponent, double @base, double sign, double first, double last, long num) : IIndexValue<double>
    {
        public double At(long index)
        {
            if (index == 0 && !double.IsNaN(first)) return first;
            if (index == num - 1 && !double.IsNaN(last)) return last;
            return sign * Math.Pow(@base, exponent.At(index));
        }
    }
}
