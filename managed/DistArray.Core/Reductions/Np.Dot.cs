using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Sum of the products of two vectors.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">First factors, of one axis.</param>
    /// <param name="b">Second factors, as many; of any distribution.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: the sum of the products is exact and rounded once.</param>
    /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
    /// <exception cref="NotSupportedException">An array has not one axis.</exception>
    /// <exception cref="ShapeMismatchException">The lengths differ.</exception>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the sum; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element, and what it takes to bring the second factors to the first. Products and sums of integers are exact, of
    /// others in double precision; NaN propagates. As numpy.dot of vectors.</remarks>
    public static T Dot<T>(DistArray<T> a, DistArray<T> b, bool reproducible = false) where T : unmanaged, INumberBase<T>
    {
        CheckVectors("Dot", a, b);
        return Dots.Sum("Dot", a, b, reproducible);
    }

    /// <summary>Sum of the products of the conjugates of one array's elements with another's.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">First factors, of which complex ones are conjugated.</param>
    /// <param name="b">Second factors, of the same shape and any distribution.</param>
    /// <param name="reproducible">Whether the result shall have the same bits on every number of ranks and in every distribution: the sum of the products is exact and rounded once.</param>
    /// <returns>The sum, the same on every rank; 0 where there are no elements.</returns>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="OverflowException">The elements are integers and their type cannot hold the sum; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an element, and what it takes to bring the second factors to the first. As numpy.vdot, which also takes
    /// arrays of several shapes that have as many elements.</remarks>
    public static T VDot<T>(DistArray<T> a, DistArray<T> b, bool reproducible = false) where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (!a.Shape.SequenceEqual(b.Shape)) throw new ShapeMismatchException("VDot", a.Shape, b.Shape);
        return Dots.Sum("VDot", ReductionTypes.IsComplex(a.ElementType) ? Conj(a) : a, b, reproducible);
    }

    /// <summary>Starts the sum of the products of two vectors.</summary>
    /// <typeparam name="T">Type of the elements; not an integer of 8 bytes.</typeparam>
    /// <param name="a">First factors, of one axis.</param>
    /// <param name="b">Second factors, as many; of any distribution.</param>
    /// <returns>The sum under way.</returns>
    /// <exception cref="NotSupportedException">An array has not one axis, or the elements are integers of 8 bytes.</exception>
    /// <exception cref="ShapeMismatchException">The lengths differ.</exception>
    /// <remarks><b>Collective.</b> Sums this rank's products and starts an all-reduce of an element, so that other work hides what it takes. As
    /// <see cref="Dot{T}(DistArray{T}, DistArray{T}, bool)"/>.</remarks>
    public static ReductionRequest<T> BeginDot<T>(DistArray<T> a, DistArray<T> b) where T : unmanaged, INumberBase<T>
    {
        CheckVectors("BeginDot", a, b);
        return Dots.Begin("BeginDot", a, b);
    }

    private static void CheckVectors<T>(string name, DistArray<T> a, DistArray<T> b) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.NDim != 1 || b.NDim != 1)
            throw new NotSupportedException($"{name}: only vectors are offered, not shapes {ShapeText.Of(a.Shape)} and {ShapeText.Of(b.Shape)}. Use (a * b).Sum(axis), or VDot for the sum of all products.");
        if (a.Shape[0] != b.Shape[0]) throw new ShapeMismatchException(name, a.Shape, b.Shape);
    }
}
