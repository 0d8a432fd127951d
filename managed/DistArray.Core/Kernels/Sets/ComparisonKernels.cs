namespace DistArray;

/// <summary>Comparisons and logic of real numbers and integers.</summary>
internal static class ComparisonKernels<T> where T : unmanaged
{
    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Greater => new RelationKernel<GreaterLanes<T>, T>(ufunc, x),
        Ufunc.GreaterEqual => new RelationKernel<GreaterEqualLanes<T>, T>(ufunc, x),
        Ufunc.Less => new RelationKernel<LessLanes<T>, T>(ufunc, x),
        Ufunc.LessEqual => new RelationKernel<LessEqualLanes<T>, T>(ufunc, x),
        Ufunc.Equal => new RelationKernel<EqualLanes<T>, T>(ufunc, x),
        Ufunc.NotEqual => new RelationKernel<NotEqualLanes<T>, T>(ufunc, x),
        Ufunc.LogicalAnd => new RelationKernel<AndLanes<T>, T>(ufunc, x),
        Ufunc.LogicalOr => new RelationKernel<OrLanes<T>, T>(ufunc, x),
        Ufunc.LogicalXor => new RelationKernel<XorLanes<T>, T>(ufunc, x),
        _ => null,
    };
}
