namespace DistArray;

/// <summary>Builds pending arrays of elementwise functions.</summary>
internal static class ElementwiseCall
{
    public static DistArray<TResult> Unary<T, TResult>(Ufunc ufunc, DistArray<T> x, DistArray<TResult>? destination, DistArray<bool>? where)
        where T : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return Unary(ElementKernels.Find<TResult>(ufunc, x.ElementType), x, destination, where);
    }

    public static DistArray<TResult> Binary<T1, T2, TResult>(Ufunc ufunc, DistArray<T1> x1, DistArray<T2> x2, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        return Binary(ElementKernels.Find<TResult>(ufunc, x1.ElementType, x2.ElementType), x1, x2, destination, where);
    }

    public static DistArray<TResult> Ternary<T1, T2, T3, TResult>(Ufunc ufunc, DistArray<T1> x1, DistArray<T2> x2, DistArray<T3> x3, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x1);
        ArgumentNullException.ThrowIfNull(x2);
        ArgumentNullException.ThrowIfNull(x3);
        return Ternary(ElementKernels.Find<TResult>(ufunc, x1.ElementType, x2.ElementType, x3.ElementType), x1, x2, x3, destination, where);
    }

    public static DistArray<TResult> Cast<T, TResult>(DistArray<T> x) where T : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return Pending<TResult>(ElementKernels.FindCast(x.ElementType, ElementTypes.Of<TResult>()), x);
    }

    public static DistArray<TResult> Unary<T, TResult>(ElementKernel kernel, DistArray<T> x, DistArray<TResult>? destination, DistArray<bool>? where)
        where T : unmanaged where TResult : unmanaged => Build(kernel, [x], destination, where);

    public static DistArray<TResult> Binary<T1, T2, TResult>(ElementKernel kernel, DistArray<T1> x1, DistArray<T2> x2, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged => Build(kernel, [x1, x2], destination, where);

    public static DistArray<TResult> Ternary<T1, T2, T3, TResult>(ElementKernel kernel, DistArray<T1> x1, DistArray<T2> x2, DistArray<T3> x3, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged => Build(kernel, [x1, x2, x3], destination, where);

    /// <summary>A function of one operand, which needs no alignment.</summary>
    public static DistArray<TResult> Pending<T, TResult>(Ufunc ufunc, DistArray<T> x) where T : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(x);
        return Pending<TResult>(ElementKernels.Find<TResult>(ufunc, x.ElementType), x);
    }

    /// <summary>An operation of one operand, which needs no alignment.</summary>
    public static DistArray<TResult> Pending<TResult>(ElementKernel kernel, IOperand x) where TResult : unmanaged
    {
        x.ThrowIfGone();
        return DistArray<TResult>.Of(new PendingOperation(kernel, x.Distribution, x.Order, x, null, null));
    }

    private static DistArray<TResult> Build<TResult>(ElementKernel kernel, IOperand[] operands, DistArray<TResult>? destination, DistArray<bool>? where) where TResult : unmanaged
    {
        if (kernel.Result != ElementTypes.Of<TResult>())
            throw new NotSupportedException($"{kernel.Name}: the result has elements of {ElementTypes.NameOf(kernel.Result)}, not {ElementTypes.NameOf(ElementTypes.Of<TResult>())}. Use AsType.");
        if (where is not null && destination is null)
            throw new ArgumentException($"{kernel.Name}: 'where' without 'destination' would leave the other elements undefined. Give a destination, or use Np.Where.", nameof(where));
        foreach (IOperand operand in operands) operand.ThrowIfGone();
        MemoryOrder order = MemoryOrder.RowMajor;
        foreach (IOperand operand in operands)
        {
            if (operand.Distribution.NDim == 0) continue;
            order = operand.Order;
            break;
        }
        Distribution distribution = Alignment.Align(kernel.Name, operands);
        DistArray<TResult> result = DistArray<TResult>.Of(new PendingOperation(kernel, distribution, order, operands[0], operands.Length > 1 ? operands[1] : null, operands.Length > 2 ? operands[2] : null));
        if (destination is null) return result;
        if (where is null) destination.Assign(result);
        else destination.Assign(result, where);
        return destination;
    }
}
