namespace DistArray;

/// <summary>Says why a function has no kernel, and the way out.</summary>
internal static class KernelRefusal
{
    public static string Text(Ufunc ufunc, ElementType x, ElementType y, ElementType z)
    {
        if (ufunc == Ufunc.Ldexp && (x is ElementType.Float32 or ElementType.Float64))
            return $"Ldexp: exponents are int32 or int64, not {Name(y)}. Use AsType<int>() first.";
        if (ufunc == Ufunc.Where && y == z)
            return $"Where: the condition has {Name(x)} elements. Use AsType<bool>() or a comparison first.";
        if ((y != 0 && y != x) || (z != 0 && z != y))
            return $"{ufunc}: the operands have elements of several types ({string.Join(", ", new[] { x, y, z }.Where(type => type != 0).Select(Name))}). Use AsType<T>() first.";
        return $"{ufunc}: not defined for {Name(x)} elements. {WayOut(ufunc, x)}";
    }

    private static string Name(ElementType type) => ElementTypes.NameOf(type);

    private static string WayOut(Ufunc ufunc, ElementType x) => x switch
    {
        ElementType.Logical32 or ElementType.Logical64 => "Use AsType<bool>() first.",
        ElementType.Boolean when ufunc is Ufunc.Subtract => "Use LogicalXor, or AsType<int>() first.",
        ElementType.Boolean when ufunc is Ufunc.Negative => "Use LogicalNot, or AsType<int>() first.",
        ElementType.Boolean when IsReal(ufunc) => "Use AsType<double>() first.",
        ElementType.Boolean => "Use AsType<int>() first.",
        >= ElementType.Int8 and <= ElementType.UInt64 => "Use AsType<double>() first, as NumPy does by itself.",
        ElementType.Float32 or ElementType.Float64 => "Use AsType<long>() first, or a comparison for a mask.",
        _ => "NumPy has no such function of complex numbers; use Np.Real, Np.Imag or Np.Absolute.",
    };

    private static bool IsReal(Ufunc ufunc) => ufunc is (>= Ufunc.Sqrt and <= Ufunc.Heaviside) or Ufunc.Fabs or Ufunc.FloatPower
        or Ufunc.Rint or (>= Ufunc.CopySign and <= Ufunc.FrexpExponent);
}
