namespace DistArray;

/// <summary>What booleans and Fortran's logicals have in common: order and logic.</summary>
/// <typeparam name="T">The integer of their size.</typeparam>
internal static class LogicalKernels<T> where T : unmanaged
{
    public static ElementKernel? Unary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.LogicalNot => new PredicateKernel<NotLanes<T>, T>(ufunc, x),
        _ => x == ElementType.Boolean ? BooleanKernels.Unary(ufunc, x) : null,
    };

    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.LogicalAnd => new RelationKernel<AndLanes<T>, T>(ufunc, x),
        Ufunc.LogicalOr => new RelationKernel<OrLanes<T>, T>(ufunc, x),
        Ufunc.LogicalXor or Ufunc.NotEqual => new RelationKernel<XorLanes<T>, T>(ufunc, x),
        Ufunc.Equal => new RelationKernel<SameTruthLanes<T>, T>(ufunc, x),
        Ufunc.Greater => new RelationKernel<TruthGreaterLanes<T>, T>(ufunc, x),
        Ufunc.GreaterEqual => new RelationKernel<TruthGreaterEqualLanes<T>, T>(ufunc, x),
        Ufunc.Less => new RelationKernel<TruthLessLanes<T>, T>(ufunc, x),
        Ufunc.LessEqual => new RelationKernel<TruthLessEqualLanes<T>, T>(ufunc, x),
        _ => null,
    };
}
