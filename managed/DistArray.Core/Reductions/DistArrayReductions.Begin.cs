using System.Numerics;

namespace DistArray;

public static partial class DistArrayReductions
{
    /// <summary>Reductions that other work may hide, of arrays of numbers.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumberBase<T>
    {
        /// <summary>Starts to sum all elements.</summary>
        /// <returns>The sum under way.</returns>
        /// <remarks><b>Collective.</b> Sums this rank's elements and starts an all-reduce of an element, so that other work hides what it takes.</remarks>
        public ReductionRequest<T> BeginSum() => array.BeginSum<T>();
    }

    /// <summary>Reductions that other work may hide, of arrays of numbers that have an order.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The elements.</param>
    extension<T>(DistArray<T> array) where T : unmanaged, INumber<T>
    {
        /// <summary>Starts to find the smallest element.</summary>
        /// <returns>The element under way.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Finds this rank's smallest element and starts an all-reduce of it, so that other work hides what it takes. NaN propagates.</remarks>
        public ReductionRequest<T> BeginMin() => Extremes.Begin<T, MinimumRule<T>>("Min", array);

        /// <summary>Starts to find the largest element.</summary>
        /// <returns>The element under way.</returns>
        /// <exception cref="InvalidOperationException">There are no elements.</exception>
        /// <remarks><b>Collective.</b> Finds this rank's largest element and starts an all-reduce of it, so that other work hides what it takes. NaN propagates.</remarks>
        public ReductionRequest<T> BeginMax() => Extremes.Begin<T, MaximumRule<T>>("Max", array);
    }
}
