using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Numbers from 0 up to, but not including, a stop.</summary>
    /// <typeparam name="T">Type of the elements, a real number or integer.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="stop">Where to end.</param>
    /// <param name="codes">How the axis is distributed: b, c, c(k) or n.</param>
    /// <returns>A new array of one dimension.</returns>
    /// <remarks>Local. As numpy.arange(stop, dtype=…).</remarks>
    public static DistArray<T> Arange<T>(ICommunicator communicator, T stop, string codes = "b") where T : unmanaged, INumber<T> =>
        Arange(communicator, T.Zero, stop, T.One, codes);

    /// <summary>Numbers in equal steps from a start up to, but not including, a stop.</summary>
    /// <typeparam name="T">Type of the elements, a real number or integer.</typeparam>
    /// <param name="communicator">The ranks.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Where to end.</param>
    /// <param name="step">Step, not 0; negative to go down.</param>
    /// <param name="codes">How the axis is distributed: b, c, c(k) or n.</param>
    /// <returns>A new array of one dimension.</returns>
    /// <exception cref="ArgumentException">The step is 0, or a number is not finite.</exception>
    /// <remarks>Local. There are ceil((stop - start) / step) elements, computed in float64 for real numbers, so that rounding may add one, as in NumPy. Element i is
    /// start + i * ((start + step) - start). As numpy.arange(start, stop, step, dtype=…).</remarks>
    public static DistArray<T> Arange<T>(ICommunicator communicator, T start, T stop, T step, string codes = "b") where T : unmanaged, INumber<T> =>
        Progression(new Distribution(communicator, [ArangeLength(start, stop, step)], codes), start, step);

    /// <summary>Numbers in equal steps from a start up to, but not including, a stop, in a distribution of one's choice.</summary>
    /// <typeparam name="T">Type of the elements, a real number or integer.</typeparam>
    /// <param name="distribution">Which rank owns which element, of as many as there are.</param>
    /// <param name="start">First number.</param>
    /// <param name="stop">Where to end.</param>
    /// <param name="step">Step, not 0; negative to go down.</param>
    /// <returns>A new array of one dimension; its halo is 0.</returns>
    /// <exception cref="ArgumentException">The step is 0, or a number is not finite.</exception>
    /// <exception cref="ShapeMismatchException">The distribution is not of one axis of ceil((stop - start) / step) elements.</exception>
    /// <remarks>Local. As numpy.arange(start, stop, step, dtype=…).</remarks>
    public static DistArray<T> Arange<T>(Distribution distribution, T start, T stop, T step) where T : unmanaged, INumber<T>
    {
        IndexFill.Check("Arange", distribution, ArangeLength(start, stop, step));
        return Progression(distribution, start, step);
    }

    private static long ArangeLength<T>(T start, T stop, T step) where T : unmanaged, INumber<T>
    {
        if (T.IsZero(step)) throw new ArgumentException("Arange: the step is 0. Use another.", nameof(step));
        if (T.IsInteger(T.One / (T.One + T.One + T.One)))
        {
            Int128 distance = Int128.CreateChecked(stop) - Int128.CreateChecked(start), by = Int128.CreateChecked(step);
            return (long)Int128.Max(0, distance / by + (distance % by != 0 && distance > 0 == by > 0 ? 1 : 0));
        }
        double length = Math.Ceiling((double.CreateChecked(stop) - double.CreateChecked(start)) / double.CreateChecked(step));
        return double.IsFinite(length) && length < long.MaxValue
            ? (long)Math.Max(0, length)
            : throw new ArgumentException($"Arange: from {start} to {stop} in steps of {step} there are {length} elements. Use finite numbers.", nameof(stop));
    }

    private static DistArray<T> Progression<T>(Distribution distribution, T start, T step) where T : unmanaged, INumber<T>
    {
        T next = typeof(T) == typeof(float) ? T.CreateTruncating(double.CreateTruncating(start) + double.CreateTruncating(step)) : start + step;
        return IndexFill.Make<T, ProgressionValue<T>>(distribution, new ProgressionValue<T>(start, next));
    }

    private readonly struct ProgressionValue<T>(T start, T next) : IIndexValue<T> where T : unmanaged, INumber<T>
    {
        private readonly T _delta = next - start;

        public T At(long index) => index == 1 ? next : start + (T.CreateTruncating(index) * _delta);
    }
}
