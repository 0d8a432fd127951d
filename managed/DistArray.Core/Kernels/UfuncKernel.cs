namespace DistArray;

/// <summary>A kernel of one of NumPy's functions.</summary>
/// <remarks>Loops are compiled with all optimizations at once: a tile is too short for the runtime to replace a slow one while it runs.</remarks>
internal abstract class UfuncKernel(Ufunc ufunc, ElementType result, params ElementType[] operands) : ElementKernel(ufunc.ToString(), result, operands)
{
    public override Ufunc Ufunc => ufunc;
}
