namespace DistArray;

/// <summary>Says why a function has no kernel, and the way out.</summary>
internal static class KernelRefusal
{
    public static string Text(Ufunc ufunc, ElementType x, ElementType y, ElementType z)
    {
        int operands = z != 0 ? 3 : y != 0 ? 2 : x != 0 ? 1 : 0;
        if (operands != Operands(ufunc)) return $"{ufunc}: not a function of {operands} operands. Use it with {Operands(ufunc)}.";
        if (ufunc == Ufunc.Ldexp && (x is ElementType.Float32 or ElementType.Float64))
            return $"Ldexp: exponents are int32 or int64, not {Name(y)}. Use AsType<int>() first.";
        if (ufunc == Ufunc.Where && y == z)
            return $"Where: the condition has {Name(x)} elements. Use AsType<bool>() or a comparison first.";
        if ((y != 0 && y != x) || (z != 0 && z != y))
            return $"{ufunc}: the operands have elements of several types ({string.Join(", ", new[] { x, y, z }.Where(type => type != 0).Select(Name))}). Use AsType<T>() first.";
        return $"{ufunc}: not defined for {Name(x)} elements. {WayOut(ufunc, x)}";
    }

    private static int Operands(Ufunc ufunc) => ufunc switch
    {
        Ufunc.Where or Ufunc.Clip => 3,
        (>= Ufunc.Add and <= Ufunc.FloatPower) or Ufunc.LogAddExp or Ufunc.LogAddExp2 or Ufunc.ArcTan2 or Ufunc.Hypot or (>= Ufunc.Heaviside and <= Ufunc.FMin) => 2,
        (>= Ufunc.Greater and <= Ufunc.LogicalXor) or (>= Ufunc.BitwiseAnd and <= Ufunc.BitwiseXor) or (>= Ufunc.LeftShift and <= Ufunc.Lcm) => 2,
        Ufunc.CopySign or Ufunc.NextAfter or Ufunc.Ldexp or Ufunc.Cast => 2,
        _ => 1,
    };

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
