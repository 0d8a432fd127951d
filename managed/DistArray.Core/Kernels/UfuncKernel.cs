namespace DistArray;

/// <summary>A kernel of one of NumPy's functions.</summary>
internal abstract class UfuncKernel(Ufunc ufunc, ElementType result, params ElementType[] operands) : ElementKernel(ufunc.ToString(), result, operands)
{
    public override Ufunc Ufunc => ufunc;
}
