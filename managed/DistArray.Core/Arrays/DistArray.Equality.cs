namespace DistArray;

public sealed partial class DistArray<T>
{
    /// <summary>Where elements are equal.</summary>
    /// <param name="left">Elements.</param>
    /// <param name="right">Elements, or a scalar.</param>
    /// <returns>A pending array. To compare references, use <c>is null</c> and <see cref="object.ReferenceEquals"/>.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks>Local where the distributions agree, else <b>Collective</b>: a redistribution. NaN equals nothing. As numpy.equal.</remarks>
    public static DistArray<bool> operator ==(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.Equal, left, right, null, null);

    /// <summary>Where elements differ.</summary>
    /// <param name="left">Elements.</param>
    /// <param name="right">Elements, or a scalar.</param>
    /// <returns>A pending array. To compare references, use <c>is not null</c> and <see cref="object.ReferenceEquals"/>.</returns>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    /// <remarks>Local where the distributions agree, else <b>Collective</b>: a redistribution. NaN differs from everything. As numpy.not_equal.</remarks>
    public static DistArray<bool> operator !=(DistArray<T> left, DistArray<T> right) => ElementwiseCall.Binary<T, T, bool>(Ufunc.NotEqual, left, right, null, null);

    /// <summary>Whether it is the same array object.</summary>
    /// <param name="obj">An object.</param>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
