using System.Numerics;

namespace DistArray;

// Kernels of scalar functions.
internal static unsafe partial class ComplexKernels<T, TPart>
{
    private static ElementKernel Function(Ufunc ufunc, delegate*<Complex, Complex> function) => new UnaryFunctionKernel<T, Complex, Complex, T>(ufunc, function);

    private static ElementKernel ToReal(Ufunc ufunc, delegate*<Complex, double> function) => new UnaryFunctionKernel<T, Complex, double, TPart>(ufunc, function);

    private static ElementKernel Condition(Ufunc ufunc, delegate*<Complex, bool> function) => new UnaryFunctionKernel<T, Complex, bool, bool>(ufunc, function);

    private static ElementKernel Function(Ufunc ufunc, delegate*<Complex, Complex, Complex> function) =>
        new BinaryFunctionKernel<T, T, Complex, Complex, Complex, T>(ufunc, function);

    private static ElementKernel Relation(Ufunc ufunc, delegate*<Complex, Complex, bool> function) =>
        new BinaryFunctionKernel<T, T, Complex, Complex, bool, bool>(ufunc, function);
}
