namespace DistArray;

/// <summary>Builds the arrays that elementwise functions return.</summary>
internal static class ElementwiseCall
{
    private const string Text = "Elementwise functions of arrays are not there yet.";

    /// <summary>A scalar as an operand that broadcasts.</summary>
    public static DistArray<T> Literal<T>(T value) where T : unmanaged => throw new NotSupportedException(Text);

    public static DistArray<TResult> Unary<T, TResult>(Ufunc ufunc, DistArray<T> x, DistArray<TResult>? destination, DistArray<bool>? where)
        where T : unmanaged where TResult : unmanaged =>
        Unary(ElementKernels.Find<TResult>(ufunc, ElementTypes.Of<T>()), x, destination, where);

    public static DistArray<TResult> Binary<T1, T2, TResult>(Ufunc ufunc, DistArray<T1> x1, DistArray<T2> x2, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged =>
        Binary(ElementKernels.Find<TResult>(ufunc, ElementTypes.Of<T1>(), ElementTypes.Of<T2>()), x1, x2, destination, where);

    public static DistArray<TResult> Ternary<T1, T2, T3, TResult>(Ufunc ufunc, DistArray<T1> x1, DistArray<T2> x2, DistArray<T3> x3, DistArray<TResult>? destination,
        DistArray<bool>? where) where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged =>
        Ternary(ElementKernels.Find<TResult>(ufunc, ElementTypes.Of<T1>(), ElementTypes.Of<T2>(), ElementTypes.Of<T3>()), x1, x2, x3, destination, where);

    public static DistArray<TResult> Cast<T, TResult>(DistArray<T> x) where T : unmanaged where TResult : unmanaged =>
        Unary<T, TResult>(ElementKernels.FindCast(ElementTypes.Of<T>(), ElementTypes.Of<TResult>()), x, null, null);

    public static DistArray<TResult> Unary<T, TResult>(ElementKernel kernel, DistArray<T> x, DistArray<TResult>? destination, DistArray<bool>? where)
        where T : unmanaged where TResult : unmanaged => throw new NotSupportedException(Text);

    public static DistArray<TResult> Binary<T1, T2, TResult>(ElementKernel kernel, DistArray<T1> x1, DistArray<T2> x2, DistArray<TResult>? destination, DistArray<bool>? where)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged => throw new NotSupportedException(Text);

    public static DistArray<TResult> Ternary<T1, T2, T3, TResult>(ElementKernel kernel, DistArray<T1> x1, DistArray<T2> x2, DistArray<T3> x3, DistArray<TResult>? destination,
        DistArray<bool>? where) where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged where TResult : unmanaged => throw new NotSupportedException(Text);
}
