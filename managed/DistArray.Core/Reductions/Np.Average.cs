using System.Numerics;

namespace DistArray;

public static partial class Np
{
    /// <summary>Weighted mean of all elements.</summary>
    /// <typeparam name="T">Type of the elements, real or complex.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="weights">Weights, of the same shape and any distribution; all 1 if null.</param>
    /// <returns>The mean, the same on every rank.</returns>
    /// <exception cref="NotSupportedException">The elements are integers; use AsType&lt;double&gt;() first.</exception>
    /// <exception cref="ShapeMismatchException">The shapes differ.</exception>
    /// <exception cref="DivideByZeroException">The weights add up to 0; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of an element, and what it takes to bring the weights to the elements. NaN propagates. As numpy.average.</remarks>
    public static T Average<T>(DistArray<T> a, DistArray<T>? weights = null) where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ReductionTypes.CheckMean<T>("Average", a.ElementType);
        if (weights is null) return a.Mean<T>();
        if (!a.Shape.SequenceEqual(weights.Shape)) throw new ShapeMismatchException("Average", a.Shape, weights.Shape);
        T scale = weights.Sum<T>();
        return T.IsZero(scale) ? throw ZeroWeights() : Multiply(a, weights).Sum<T>() / scale;
    }

    /// <summary>Weighted means along axes.</summary>
    /// <typeparam name="T">Type of the elements, real or complex.</typeparam>
    /// <param name="a">The elements.</param>
    /// <param name="axis">One or several axes, each in [-NDim, NDim).</param>
    /// <param name="weights">Weights, of the same shape, or of one axis where <paramref name="axis"/> is one of as many indices; of any distribution; all 1 if null.</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    /// <returns>A new array of Shape without the axes, on the ranks of the others; ranks along a reduced axis all have the results.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">An axis is there twice.</exception>
    /// <exception cref="NotSupportedException">The elements are integers; use AsType&lt;double&gt;() first.</exception>
    /// <exception cref="ShapeMismatchException">The weights have neither the elements' shape nor the axis' length.</exception>
    /// <exception cref="DivideByZeroException">Weights add up to 0; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of this rank's results over the ranks along the axes where these are divided, one of a flag over all, and what it takes to
    /// bring the weights to the elements. NaN propagates. As numpy.average(a, axis, weights).</remarks>
    public static DistArray<T> Average<T>(DistArray<T> a, AxisList axis, DistArray<T>? weights = null, bool keepDims = false) where T : unmanaged, INumberBase<T>
    {
        ArgumentNullException.ThrowIfNull(a);
        ReductionTypes.CheckMean<T>("Average", a.ElementType);
        if (weights is null) return a.Mean<T>(axis, keepDims);
        var axes = new ReductionAxes(a.Distribution, axis, keepDims);
        if (!a.Shape.SequenceEqual(weights.Shape))
        {
            if (axis.Axes.Length != 1 || weights.NDim != 1 || weights.Size != axes.Count)
                throw new ShapeMismatchException($"Average: weights of shape {ShapeText.Of(weights.Shape)} fit neither the shape {ShapeText.Of(a.Shape)} nor axes {axis} of it.");
            T scale = weights.Sum<T>();
            if (T.IsZero(scale)) throw ZeroWeights();
            for (int after = axes.Single + 1; after < a.NDim; after++) weights = weights.InsertAxis(weights.NDim);
            return Divide(Multiply(a, weights).Sum<T>(axis, keepDims), scale).Evaluate();
        }
        DistArray<T> sums = Multiply(a, weights).Sum<T>(axis, keepDims), scales = weights.Sum<T>(axis, keepDims);
        if (a.Distribution.Communicator.Allreduce(HasZero(scales), Operation<bool>.LogicalOr)) throw ZeroWeights();
        return Divide(sums, scales).Evaluate();
    }

    private static unsafe bool HasZero<T>(DistArray<T> array) where T : unmanaged, INumberBase<T>
    {
        LocalView<T> view = array.LocalView;
        for (long i = 0; i < array.Distribution.LocalSize; i++)
            if (T.IsZero(view.Pointer[i])) return true;
        return false;
    }

    private static DivideByZeroException ZeroWeights() => new("Average: the weights add up to 0, so that there is no mean. Give others.");
}
