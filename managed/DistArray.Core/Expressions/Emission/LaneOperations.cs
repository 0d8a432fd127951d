using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Which kernels the emitter knows, by what types they are of, and the platform's functions that they are.</summary>
internal static class LaneOperations
{
    /// <summary>Whether a kernel can be emitted in a program whose elements have a type.</summary>
    public static bool Knows(ElementKernel kernel, ElementType type)
    {
        if (IsCalled(kernel, type)) return kernel.Result == type && !kernel.Operands.ContainsAnyExcept(type) && (kernel.LaneFunction!.Range is null || IsFloat(type));
        if (!IsKnown(kernel.Ufunc, type)) return false;
        ReadOnlySpan<ElementType> operands = kernel.Operands;
        return kernel.Ufunc switch
        {
            Ufunc.Where => operands is [ElementType.Boolean, _, _] && operands[1] == type && operands[2] == type && kernel.Result == type,
            Ufunc.LogicalAnd or Ufunc.LogicalOr or Ufunc.LogicalXor => operands is [ElementType.Boolean, ElementType.Boolean],
            Ufunc.LogicalNot => operands is [ElementType.Boolean],
            Ufunc.BitwiseAnd or Ufunc.BitwiseOr or Ufunc.BitwiseXor when operands is [ElementType.Boolean, ElementType.Boolean] => true,
            Ufunc.Invert when operands is [ElementType.Boolean] => true,
            Ufunc.BitwiseAnd or Ufunc.BitwiseOr or Ufunc.BitwiseXor or Ufunc.Invert when IsFloat(type) => false,
            _ => !operands.ContainsAnyExcept(type) && kernel.Result == (IsComparison(kernel.Ufunc) ? ElementType.Boolean : type),
        };
    }

    /// <summary>Whether a kernel is emitted as a call of its own <see cref="ElementKernel.LaneFunction"/>.</summary>
    public static bool IsCalled(ElementKernel kernel, ElementType type) => Vector512.IsHardwareAccelerated && !IsKnown(kernel.Ufunc, type) && kernel.LaneFunction is not null;

    /// <summary>The platform's function of a kernel's operands, where it is one.</summary>
    public static (string Name, int Operands)? Function(Ufunc ufunc) => ufunc switch
    {
        Ufunc.Add => ("Add", 2),
        Ufunc.Subtract => ("Subtract", 2),
        Ufunc.Multiply => ("Multiply", 2),
        Ufunc.Divide => ("Divide", 2),
        Ufunc.Negative => ("Negate", 1),
        Ufunc.Absolute => ("Abs", 1),
        Ufunc.Sqrt => ("Sqrt", 1),
        Ufunc.Greater => ("GreaterThan", 2),
        Ufunc.GreaterEqual => ("GreaterThanOrEqual", 2),
        Ufunc.Less => ("LessThan", 2),
        Ufunc.LessEqual => ("LessThanOrEqual", 2),
        Ufunc.Equal => ("Equals", 2),
        Ufunc.LogicalAnd or Ufunc.BitwiseAnd => ("BitwiseAnd", 2),
        Ufunc.LogicalOr or Ufunc.BitwiseOr => ("BitwiseOr", 2),
        Ufunc.LogicalXor or Ufunc.BitwiseXor => ("Xor", 2),
        Ufunc.LogicalNot or Ufunc.Invert => ("OnesComplement", 1),
        Ufunc.Where => ("ConditionalSelect", 3),
        _ => null,
    };

    private static bool IsKnown(Ufunc ufunc, ElementType type) => ufunc switch
    {
        Ufunc.Square or Ufunc.NotEqual or Ufunc.Minimum or Ufunc.Maximum => true,
        Ufunc.Divide or Ufunc.Sqrt => IsFloat(type),
        _ => Function(ufunc) is not null,
    };

    private static bool IsFloat(ElementType type) => type is ElementType.Float32 or ElementType.Float64;

    private static bool IsComparison(Ufunc ufunc) => ufunc is Ufunc.Greater or Ufunc.GreaterEqual or Ufunc.Less or Ufunc.LessEqual or Ufunc.Equal or Ufunc.NotEqual;
}
