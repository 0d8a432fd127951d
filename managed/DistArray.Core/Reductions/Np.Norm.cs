namespace DistArray;

public static partial class Np
{
    /// <inheritdoc cref="DistArray{T}.Norm(double?, bool)"/>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="ord">Which norm: 2 if null, or infinity, -infinity, 0 (the number of elements that are not 0), or p of (sum |x|^p)^(1/p). Of arrays of two axes or
    /// more only null, since others are norms of matrices.</param>
    public static double Norm<T>(DistArray<T> x, double? ord = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Norm(ord);
    }

    /// <inheritdoc cref="DistArray{T}.Norm(AxisList, double?, bool, bool)"/>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="ord">Which norm: 2 if null, or infinity, -infinity, 0 (the number of elements that are not 0), or p of (sum |x|^p)^(1/p).</param>
    /// <param name="axis">One axis, or several where <paramref name="ord"/> is null; each in [-NDim, NDim).</param>
    /// <param name="keepDims">Whether reduced axes stay with one index.</param>
    public static DistArray<double> Norm<T>(DistArray<T> x, double? ord, AxisList axis, bool keepDims = false) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Norm(axis, ord, keepDims);
    }
}
