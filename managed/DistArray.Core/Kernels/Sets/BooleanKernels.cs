namespace DistArray;

/// <summary>What booleans have and logicals have not: NumPy's arithmetic of them, and their bits.</summary>
internal static unsafe class BooleanKernels
{
    public static ElementKernel? Unary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Invert => new PredicateKernel<NotLanes<byte>, byte>(ufunc, x),
        Ufunc.Absolute or Ufunc.Floor or Ufunc.Ceil or Ufunc.Trunc or Ufunc.Real or Ufunc.NanToNum or Ufunc.IsFinite => Boolean(ufunc, x),
        Ufunc.Imag => new PredicateKernel<NeverLanes<byte>, byte>(ufunc, x),
        Ufunc.IsNaN or Ufunc.IsInf or Ufunc.SignBit => new PredicateKernel<NeverLanes<byte>, byte>(ufunc, x),
        _ => null,
    };

    public static ElementKernel? Binary(Ufunc ufunc, ElementType x) => ufunc switch
    {
        Ufunc.Add or Ufunc.Maximum or Ufunc.FMax or Ufunc.BitwiseOr => new RelationKernel<OrLanes<byte>, byte>(ufunc, x),
        Ufunc.Multiply or Ufunc.Minimum or Ufunc.FMin or Ufunc.BitwiseAnd => new RelationKernel<AndLanes<byte>, byte>(ufunc, x),
        Ufunc.BitwiseXor => new RelationKernel<XorLanes<byte>, byte>(ufunc, x),
        Ufunc.Divide => new BinaryFunctionKernel<bool, bool, bool, bool, double, double>(ufunc, &Divide),
        _ => null,
    };

    private static ElementKernel Boolean(Ufunc ufunc, ElementType x) => ufunc == Ufunc.IsFinite
        ? new PredicateKernel<AlwaysLanes<byte>, byte>(ufunc, x)
        : new PredicateKernel<TrueLanes<byte>, byte>(ufunc, x);

    private static double Divide(bool x, bool y) => (x ? 1.0 : 0.0) / (y ? 1.0 : 0.0);
}
