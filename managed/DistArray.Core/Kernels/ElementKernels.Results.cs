namespace DistArray;

// Kernels whose result has a type that the caller's array has.
internal static partial class ElementKernels
{
    /// <summary>The kernel of a function, of the result type that is asked for.</summary>
    /// <exception cref="NotSupportedException">NumPy has no such function of those types, or it has another type's result.</exception>
    public static ElementKernel Find<TResult>(Ufunc ufunc, ElementType x, ElementType y = 0, ElementType z = 0) where TResult : unmanaged
    {
        ElementKernel kernel = Find(ufunc, x, y, z);
        if (kernel.Result == ElementTypes.Of<TResult>()) return kernel;
        if (ufunc == Ufunc.Divide) throw new NotSupportedException($"Divide: '/' of {x} elements is not defined. Use Np.FloorDivide for integers, or Np.TrueDivide for float64.");
        throw new NotSupportedException($"{ufunc}: the result of {ElementTypes.NameOf(x)} elements is {ElementTypes.NameOf(kernel.Result)}, not "
            + $"{ElementTypes.NameOf(ElementTypes.Of<TResult>())}. Call it without naming type arguments, or use AsType<T>().");
    }

    /// <summary>Refuses a scalar that no element can have as second operand.</summary>
    /// <exception cref="ArgumentException">An integer's exponent is negative.</exception>
    public static void CheckScalar<T>(Ufunc ufunc, T second) where T : unmanaged
    {
        if (ufunc != Ufunc.Power || ElementTypes.Of<T>() is not (ElementType.Int8 or ElementType.Int16 or ElementType.Int32 or ElementType.Int64)) return;
        long exponent = ElementCast.To<T, long>(second);
        if (exponent < 0) throw new ArgumentException($"Power: integers have no negative powers, and the exponent is {exponent}. Use AsType<double>() first, or Np.FloatPower.");
    }
}
