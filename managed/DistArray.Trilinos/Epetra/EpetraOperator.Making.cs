namespace DistArray.Trilinos;

public abstract unsafe partial class EpetraOperator
{
    /// <summary>An operator that is computed by a function on each rank's memory: no matrix is made.</summary>
    /// <param name="distribution">Which rank owns which element of the vectors. Where it has a halo, x is given with its halo, filled from the neighbours.</param>
    /// <param name="apply">Computes y = A x.</param>
    /// <param name="transpose">Computes the transposed operator, or null where there is none; that of a symmetric operator is <paramref name="apply"/> itself.</param>
    /// <param name="order">Which index varies fastest in the vectors' memory.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>An operator for vectors of arrays of this distribution and order; the caller disposes of it.</returns>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements.</exception>
    /// <remarks><b>Collective.</b> What the function throws on one rank is thrown by Apply or by the solver on all.</remarks>
    public static EpetraOperator FromFunction(Distribution distribution, LocalFunction apply, LocalFunction? transpose = null,
        MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(apply);
        EpetraMap map = EpetraMap.Of(distribution, order, numbering);
        return new EpetraFunctionOperator(map, new LocalFunctionContext(distribution, map.Order!, order, apply, transpose));
    }

    /// <summary>An operator that is computed by a function on arrays, which may communicate: shifts, reductions, calls of a Fortran core.</summary>
    /// <param name="distribution">Which rank owns which element of the vectors. Where it has a halo, so has x: <see cref="DistArray{T}.Shift"/> fills it from the neighbours, and what is
    /// beyond the ends of axes that are not periodic is 0.</param>
    /// <param name="apply">Computes y = A x.</param>
    /// <param name="transpose">Computes the transposed operator, or null where there is none.</param>
    /// <param name="order">Which index varies fastest in the vectors' memory.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>An operator for vectors of arrays of this distribution and order; the caller disposes of it.</returns>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements.</exception>
    /// <remarks><b>Collective.</b> What the function throws on one rank is thrown by Apply or by the solver on all.</remarks>
    public static EpetraOperator FromArrayFunction(Distribution distribution, ArrayFunction apply, ArrayFunction? transpose = null,
        MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ArgumentNullException.ThrowIfNull(apply);
        EpetraMap map = EpetraMap.Of(distribution, order, numbering);
        return new EpetraFunctionOperator(map, new ArrayFunctionContext(distribution, map.Order!, order, apply, transpose));
    }

    /// <summary>An operator that is an expression of an array: it is computed in one pass straight into the result.</summary>
    /// <param name="distribution">Which rank owns which element of the vectors. Where it has a halo, so has x: <see cref="DistArray{T}.Shift"/> fills it from the neighbours, and what is
    /// beyond the ends of axes that are not periodic is 0.</param>
    /// <param name="expression">A x as an expression of x, such as <c>x => 2 * x - x.Shift(0, 1) - x.Shift(0, -1)</c>.</param>
    /// <param name="transpose">The transposed operator, or null where there is none; that of a symmetric operator is <paramref name="expression"/> itself.</param>
    /// <param name="order">Which index varies fastest in the vectors' memory.</param>
    /// <param name="numbering">How the global array is flattened to indices.</param>
    /// <returns>An operator for vectors of arrays of this distribution and order; the caller disposes of it.</returns>
    /// <exception cref="NotSupportedException">Several ranks hold the same elements.</exception>
    /// <remarks><b>Collective.</b> What the expression throws on one rank is thrown by Apply or by the solver on all.</remarks>
    public static EpetraOperator FromExpression(Distribution distribution, Func<DistArray<double>, DistArray<double>> expression, Func<DistArray<double>, DistArray<double>>? transpose = null,
        MemoryOrder order = MemoryOrder.RowMajor, MemoryOrder numbering = MemoryOrder.RowMajor)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return FromArrayFunction(distribution, (x, y) => y.Assign(expression(x)), transpose is null ? null : (x, y) => y.Assign(transpose(x)), order, numbering);
    }

    /// <summary>An operator that is computed by native code, such as a <c>bind(C)</c> procedure of a Fortran core: no managed code runs in a product.</summary>
    /// <param name="domain">The map of the vectors that it takes.</param>
    /// <param name="range">The map of the vectors that it gives.</param>
    /// <param name="function">Address of a function of type <c>da_epetra_function</c> (distarray/epetra_operator.h), which outlives the operator. Where it gives
    /// anything but 0, y becomes NaN.</param>
    /// <param name="context">Its first argument.</param>
    /// <param name="hasTranspose">Whether it knows the transposed operator.</param>
    /// <returns>An operator that the caller disposes of.</returns>
    /// <exception cref="ArgumentException">The address is null.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraOperator FromNativeFunction(EpetraMap domain, EpetraMap range, nint function, nint context = 0, bool hasTranspose = false)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(range);
        if (function == 0) throw new ArgumentException("The function's address is null.", nameof(function));
        return new EpetraFunctionOperator(domain, range, function, context, hasTranspose);
    }
}
